/** The worker as a program: `node worker/main.ts`. Settings from the environment (WorkerConfig); SIGTERM ends it in order. */
import { pino } from 'pino';
import { readConfig, WorkerConfig } from './config.ts';
import { createJourneyWorker } from './worker.ts';

const config = readConfig(WorkerConfig);
const log = pino({ level: config.LOG_LEVEL });
const worker = await createJourneyWorker(config, log);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => worker.shutdown());
// A worker started by `npm start` must not outlive it.
process.once('disconnect', () => worker.shutdown());

const running = worker.run();
process.send?.('ready');
await running;
process.exit(0);
