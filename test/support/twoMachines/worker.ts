/** A worker that knows two machines: `worker/main.ts` with other workflows. */
import { fileURLToPath } from 'node:url';
import { runWorker } from '../../../worker/program.ts';

await runWorker(fileURLToPath(new URL('./workflows.ts', import.meta.url)));
