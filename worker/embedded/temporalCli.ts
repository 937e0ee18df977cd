/** How the `temporal` command line tool is run as a server. */
import type { ProcessSpec } from './child.ts';
import type { TemporalPorts } from './temporalPorts.ts';
import { DATABASE_FILE, DYNAMIC_CONFIG, temporalEnvironment } from './temporalServer.ts';

/** The development server of the tool, with its database in `folder`. */
export function cliSpec(
  cli: string,
  folder: string,
  ports: Pick<TemporalPorts, 'temporal' | 'temporalUi'>,
  namespace: string,
): ProcessSpec {
  const values = Object.entries(DYNAMIC_CONFIG).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  const args = [
    ...['server', 'start-dev', '--db-filename', DATABASE_FILE, '--ip', '127.0.0.1'],
    ...['--port', String(ports.temporal), '--ui-port', String(ports.temporalUi), '--ui-disable-news-fetch'],
    ...['--namespace', namespace, '--log-level', 'warn'],
    ...values.flatMap((value) => ['--dynamic-config-value', value]),
  ];
  return {
    name: 'Temporal',
    command: cli,
    args,
    env: temporalEnvironment(),
    cwd: folder,
    log: 'temporal.log',
    stopSignal: 'SIGTERM',
    patience: 15_000,
  };
}
