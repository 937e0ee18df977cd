/** Where the running installation is: from the environment, else from what `npm start` wrote into its data folder. */
import { resolve } from 'node:path';
import { readRuntime } from '../worker/embedded/runtime.ts';
import { defaultTaskQueue } from '../workflows/messages.ts';
import { ClientError } from './errors.ts';

export interface Installation {
  temporalAddress: string;
  namespace: string;
  taskQueue: string;
  tls: boolean;
  apiKey?: string | undefined;
  databaseUrl?: string | undefined;
  /** Where people from outside reach the web server. */
  publicUrl?: string | undefined;
  /** Only an embedded server skips time. */
  embedded: boolean;
}

/** Finds the installation. @throws ClientError `not-running` with what to do, where there is none. */
export function findInstallation(env: NodeJS.ProcessEnv = process.env): Installation {
  const data = resolve(env.WEGBEGLEITER_DATA || '.data');
  const runtime = readRuntime(data);
  if (env.TEMPORAL_ADDRESS) {
    return {
      temporalAddress: env.TEMPORAL_ADDRESS,
      namespace: env.TEMPORAL_NAMESPACE || 'default',
      taskQueue: env.TEMPORAL_TASK_QUEUE || defaultTaskQueue,
      tls: env.TEMPORAL_TLS === 'true',
      apiKey: env.TEMPORAL_API_KEY,
      databaseUrl: env.DATABASE_URL,
      publicUrl: env.PUBLIC_URL,
      embedded: env.TEMPORAL_ADDRESS === runtime?.temporalAddress,
    };
  }
  if (runtime) return { ...runtime, tls: false, embedded: true };
  throw new ClientError('not-running', {
    de: `Auf ${data} läuft nichts. Starten Sie es mit »npm start«, oder setzen Sie TEMPORAL_ADDRESS und DATABASE_URL auf eine laufende Installation.`,
    en: `Nothing runs on ${data}. Start it with "npm start", or set TEMPORAL_ADDRESS and DATABASE_URL to a running installation.`,
  });
}
