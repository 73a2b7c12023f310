/** `npm run golden`, from the root of the repository. */
import { refresh } from "./published.ts";

try {
  console.log(await refresh(".", "test/determinism"));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
