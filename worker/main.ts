/** The worker: `node worker/main.ts`. */
import { runWorker } from './program.ts';

await runWorker();
