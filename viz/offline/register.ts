/** Keeps the served page for when there is no network. Where a browser cannot, the page works as long as the network does. */
if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register(new URL("./service-worker.js", document.baseURI)).catch((error: unknown) => {
    console.info(`The page is not kept for when there is no network: ${String(error)}`);
  });
}
