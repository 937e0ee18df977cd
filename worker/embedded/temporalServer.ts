/**
 * How the built Temporal server and UI are run: their configuration (JSON, which is YAML too), written anew at each
 * start, and their database, one SQLite file.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcessSpec } from './child.ts';
import type { TemporalPorts } from './temporalPorts.ts';

/** Named without its folder, in which the server runs: a path with ?, # or % in it would not survive SQLite's URL. */
export const DATABASE_FILE = 'temporal.db';

export const DYNAMIC_CONFIG: Record<string, boolean | number> = {
  'frontend.WorkflowTimeSkippingEnabled': true,
  'frontend.enableServerVersionCheck': false, // it would ask a server of Temporal's on the internet
  'limit.maxIDLength': 255, // what the columns of SQL databases hold
};

/** The environment for a Temporal program: without the settings of ours that would mean something else to it. */
export function temporalEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TEMPORAL_')));
}

/** The built server, with configuration and database in `folder`. */
export async function serverSpec(server: string, folder: string, ports: TemporalPorts): Promise<ProcessSpec> {
  const dynamic = Object.entries(DYNAMIC_CONFIG).map(([key, value]) => [key, [{ value }]]);
  await writeConfig(join(folder, 'dynamic.yaml'), Object.fromEntries(dynamic));
  await writeConfig(join(folder, 'server.yaml'), serverConfig(folder, ports));
  return {
    name: 'Temporal',
    command: server,
    args: ['--config-file', join(folder, 'server.yaml'), '--allow-no-auth', 'start'],
    env: temporalEnvironment(),
    cwd: folder,
    log: 'temporal.log',
    stopSignal: 'SIGTERM',
    patience: 15_000,
  };
}

/** The built web interface, with its configuration in `<folder>/ui`. */
export async function uiSpec(
  ui: string,
  folder: string,
  ports: TemporalPorts,
  namespace: string,
): Promise<ProcessSpec> {
  await mkdir(join(folder, 'ui'), { recursive: true });
  await writeConfig(join(folder, 'ui', 'embedded.yaml'), {
    temporalGrpcAddress: `127.0.0.1:${ports.temporal}`,
    host: '127.0.0.1',
    port: ports.temporalUi,
    enableUi: true,
    defaultNamespace: namespace,
    disableNewsFetch: true,
    hideLogs: true,
    // Plain http on this machine: the cookie against forged requests could not be set otherwise.
    cors: { cookieInsecure: true, allowOrigins: [`http://127.0.0.1:${ports.temporalUi}`] },
  });
  return {
    name: 'The Temporal UI',
    command: ui,
    args: ['--root', folder, '--config', 'ui', '--env', 'embedded', 'start'],
    env: temporalEnvironment(),
    cwd: folder,
    log: 'temporal-ui.log',
    stopSignal: 'SIGTERM',
    patience: 3000,
  };
}

/**
 * The server makes its tables one by one and takes a database that has some of them for whole. So one whose first start
 * was broken off is put aside.
 */
export async function putAsideUnfinished(folder: string): Promise<void> {
  if (existsSync(join(folder, 'finished'))) return;
  for (const file of await readdir(folder)) {
    if (file.startsWith(DATABASE_FILE))
      await rename(join(folder, file), join(folder, `unfinished-${Date.now()}-${file}`));
  }
}

/** Notes that the database was once in use, so that it is whole. */
export async function markFinished(folder: string): Promise<void> {
  await writeFile(join(folder, 'finished'), '');
}

function serverConfig(folder: string, ports: TemporalPorts) {
  const service = (grpcPort: number, membershipPort: number, rest = {}) => ({
    rpc: { grpcPort, membershipPort, bindOnLocalHost: true, ...rest },
  });
  const clusterAddresses = {
    rpcAddress: `127.0.0.1:${ports.temporal}`,
    httpAddress: `127.0.0.1:${ports.temporalHttp}`,
  };
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'sqlite',
      visibilityStore: 'sqlite',
      numHistoryShards: 1,
      datastores: { sqlite: { sql: SQLITE } },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: service(ports.temporal, ports.frontendMembership, { httpPort: ports.temporalHttp }),
      history: service(ports.history, ports.historyMembership),
      matching: service(ports.matching, ports.matchingMembership),
      worker: service(ports.worker, ports.workerMembership),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', ...clusterAddresses },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    dynamicConfigClient: { filepath: join(folder, 'dynamic.yaml'), pollInterval: '60s' },
  };
}

/** One connection: SQLite knows one writer at a time. Synchronous: what was answered survives a power cut. */
const SQLITE = {
  pluginName: 'sqlite',
  databaseName: DATABASE_FILE,
  connectAddr: 'localhost',
  connectProtocol: 'tcp',
  connectAttributes: { cache: 'private', setup: 'true', journal_mode: 'wal', synchronous: '2' },
  maxConns: 1,
  maxIdleConns: 1,
  maxConnLifetime: '1h',
};

function writeConfig(file: string, config: object): Promise<void> {
  return writeFile(file, JSON.stringify(config, null, 2), { mode: 0o600 });
}
