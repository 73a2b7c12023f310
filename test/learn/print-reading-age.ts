/** `npm run reading-age`: the reading age of each lesson. */
import { lessons } from "./lessons.ts";
import { readingAge, textsOf } from "./reading-age.ts";

for (const { id, lesson } of lessons()) console.log(`${id.padEnd(24)} ${readingAge(textsOf(lesson)).toFixed(1)} years`);
