"""Pairs of what is typed and what it folds to, for the folding in Python and for the one in the browser."""

ALIKE = [
    ("CNI-Plugin ", "cniplugin"),
    ("cni plugin", "cniplugin"),
    ("kube\u2011proxy", "kubeproxy"),
    ("`--flag_name`", "flagname"),
    ("ｋｕｂｅｌｅｔ", "kubelet"),
    ("컨트롤 플레인", "컨트롤플레인"),
    ("\u1100\u1161\u11a8", "각"),
    ("\u00a0\u3000api\u200bserver\ufeff", "apiserver"),
    ("a\x1c\x85b", "ab"),
    ("MX 레코드(record)", "mx레코드record"),
    ("“e·t·c·d”", "etcd"),
    ("1.30", "130"),
    ("−5", "5"),
    ("/etc/kubernetes", "/etc/kubernetes"),
    ("İ", "i̇"),
    ("ΣΑΣ", "σας"),
    ("straße", "straße"),
    ("ﬁn", "fin"),
    ("?!", ""),
    ("a*b+c", "a*b+c"),
]
