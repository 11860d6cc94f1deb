import pytest

from generator.text import fill, inline, paragraphs, particle, plain, references, refused_links, whole


def resolve(identifier, words):
    return f"../{identifier}/", words or identifier.upper()


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("a **b** *c* `d<`", "a <strong>b</strong> <em>c</em> <code>d&lt;</code>"),
        ("[x](https://a.b)", '<a href="https://a.b">x</a>'),
        ("[[etcd]] [[pod|파드]]", '<a href="../etcd/">ETCD</a> <a href="../pod/">파드</a>'),
        ("`[[etcd]]`", "<code>[[etcd]]</code>"),
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](data:text/html,1)", "[x](data:text/html,1)"),
        ("a{: onclick=alert(1) }", "a{: onclick=alert(1) }"),
        ("![x](https://a.b/c.png)", '!<a href="https://a.b/c.png">x</a>'),
        ("# no heading", "# no heading"),
        ("[[a|x-y-z]]는 b - c", '<a href="../a/"><span class="nb">x-y-z</span></a>는 b - c'),
        ("`x-y`", "<code>x-y</code>"),
        ("감시(watch)를 한다", '감시(watch<span class="nb">)를</span> 한다'),
        ("every 10 s or 2 hours", 'every <span class="nb">10 s</span> or 2 hours'),
        ("**감시**(watch) 요청", "<strong>감시</strong>(watch) 요청"),
        ("[[a|감시(watch)]]를 [[b]]를", '<a href="../a/" data-held="">감시(watch)</a>를 <a href="../b/">B</a>를'),
    ],
)
def test_inline_markup_is_small_and_safe(source, html):
    assert inline(source, resolve) == html


def test_an_unknown_reference_is_an_error():
    def unknown(identifier, words):
        raise KeyError(identifier)

    with pytest.raises(KeyError):
        inline("[[nothing]]", unknown)


def test_plain_drops_markup_only():
    assert plain("a **b** `c<d` [[x|y]] 3 &lt; 4", resolve) == "a b c<d y 3 < 4"


def test_plain_words_break_where_marked_up_ones_do():
    assert whole("<b> & kube-proxy(감시)를 *x*") == '&lt;b&gt; &amp; <span class="nb">kube-proxy</span>(감시<span class="nb">)를</span> *x*'


def test_a_blank_line_parts_paragraphs():
    assert paragraphs("a\nb\n\n\nc", resolve) == ["a b", "c"]


def test_references_and_refused_links():
    assert references("[[a]] `[[b]]` [[c|d]]") == ("a", "c")
    assert refused_links("[[a]](CCM) [[b|c]](d)") == ()
    assert refused_links("[a](javascript:x) [b](https://c) `[d](ftp://e)`") == ("javascript:x",)


@pytest.mark.parametrize(
    ("word", "topic", "way"),
    [
        ("파드", "는", "로"),
        ("컨테이너 런타임", "은", "으로"),
        ("kubelet", "은", "으로"),
        ("kubectl", "은", "로"),
        ("etcd", "는", "로"),
        ("kube-proxy", "는", "로"),
        ("노드(Node)", "는", "로"),
        ("8", "은", "로"),
        ("3", "은", "으로"),
        ("2", "는", "로"),
        ("API", "는", "로"),
        ("DNS", "는", "로"),
    ],
)
def test_particles_fit_what_a_reader_hears(word, topic, way):
    assert particle(word, "은/는") == topic
    assert particle(word, "으로/로") == way


def test_fill_puts_particles_behind_values():
    assert fill("{name:이/가} {count}개", name="kubelet", count=3) == "kubelet이 3개"
    with pytest.raises(KeyError):
        fill("{name}")
