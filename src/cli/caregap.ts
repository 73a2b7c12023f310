#!/usr/bin/env node
/** The command line: what is typed after `caregap`, and the exit code. */
import "./inlining.ts";
import { main } from "./main.ts";

process.exitCode = await main(process.argv.slice(2));
