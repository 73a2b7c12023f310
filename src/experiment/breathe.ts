/** A turn for the rest of the program, in the middle of long work: messages, timers, signals and clicks. */

/** There in browsers, workers and Node alike. */
declare const MessageChannel: new () => {
  readonly port1: {
    addEventListener(type: "message", listener: () => void): void;
    start(): void;
    close(): void;
  };
  readonly port2: { postMessage(message: unknown): void };
};

/** Goes on when everything that was waiting has had its turn. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
