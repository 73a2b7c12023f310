/** A worker that is a file of its own beside the page. In the page that is one file, its text inside takes the place of this. */
export default function newWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}
