/* The switch for reading without a network. Nothing is kept before the reader asks for it. */
export async function start(root, say) {
  const base = new URL(root.dataset.root, document.baseURI);
  const line = root.querySelector("p[role=status]");
  const [save, drop] = root.querySelectorAll("button");
  if (!navigator.serviceWorker || !window.caches) {
    line.textContent = say("offline_cannot");
    return;
  }

  const show = (kept) => {
    save.hidden = false;
    save.textContent = say(kept ? "offline_again" : "offline_save");
    drop.hidden = !kept;
  };

  save.addEventListener("click", async () => {
    save.disabled = true;
    try {
      const { files } = await (await fetch(new URL("offline.json", base))).json();
      await navigator.serviceWorker.register(new URL("sw.js", base), { scope: base.pathname });
      const { active } = await navigator.serviceWorker.ready;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => {
        line.textContent = data.failed ? say("offline_failed") : say(data.done === data.all ? "offline_done" : "offline_busy", data);
        if (data.failed || data.done === data.all) {
          save.disabled = false;
          show(!data.failed);
        }
      };
      active.postMessage({ keep: files }, [port2]);
    } catch {
      line.textContent = say("offline_failed");
      save.disabled = false;
    }
  });
  drop.addEventListener("click", async () => {
    await (await navigator.serviceWorker.getRegistration(base))?.unregister();
    await caches.delete("answered-notes");
    line.textContent = say("offline_dropped");
    show(false);
    save.focus();
  });
  show(Boolean(await navigator.serviceWorker.getRegistration(base).catch(() => null)));
}
