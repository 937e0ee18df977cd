#!/usr/bin/env node
/** The command line under the Node that is installed with it, whatever Node is on the path. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../client/cli.ts', import.meta.url));
const child = spawn(nodeBeside(), [program, ...process.argv.slice(2)], {
  stdio: 'inherit',
  // Completion asks anew with each press of a key.
  env: {
    NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)),
    ...process.env,
  },
});
// Ctrl-C reaches the child by itself; it says how it ends.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
});

/** The Node of the package `node`; our own where that is not installed. */
function nodeBeside() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node');
  } catch {
    return process.execPath;
  }
}
