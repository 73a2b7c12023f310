/** A worker thread: an adapter over `serve`. */
import { parentPort } from "node:worker_threads";
import { serve } from "../index.ts";

const port = parentPort!;
serve({ post: (message) => port.postMessage(message), onMessage: (listener) => port.on("message", listener) });
