/** A worker: workflows from their bundle, activities bound to the store and to the way mail leaves. */
import { fileURLToPath } from 'node:url';
import {
  type BundleOptions,
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  type WorkerOptions,
} from '@temporalio/worker';
import type { Logger } from 'pino';
import { heartbeating } from '../activities/heartbeat.ts';
import { createActivities, openMail, openSms } from '../activities/index.ts';
import { openDatabase } from '../activities/store/db.ts';
import { migrateStore } from '../activities/store/migrations.ts';
import { searchAttributes } from '../workflows/messages.ts';
import type { WorkerConfig } from './config.ts';
import { ensureSearchAttributes } from './embedded/namespace.ts';

const workflowsPath = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));

/** The worker deployment whose versions serve side by side. */
export const deploymentName = 'wegbegleiter';

/** Bundles the workflows as workers run them; XState's and others' development code is left out. */
export function bundleJourneys(
  path = workflowsPath,
  more: NonNullable<BundleOptions['webpackConfigHook']> = (config) => config,
): Promise<{ code: string }> {
  return bundleWorkflowCode({
    workflowsPath: path,
    webpackConfigHook: (config) =>
      more({
        ...config,
        mode: 'production',
        optimization: { ...config.optimization, minimize: false },
      }),
    logger: new DefaultLogger('WARN'),
  });
}

/** What was bundled before, where the settings say so; other workflows than the product's are bundled now. */
async function bundleFor(
  { WORKFLOW_BUNDLE: codePath }: WorkerConfig,
  path: string | undefined,
): Promise<NonNullable<WorkerOptions['workflowBundle']>> {
  return codePath === undefined || path !== undefined ? bundleJourneys(path) : { codePath };
}

export interface JourneyWorker {
  /** Polls until `shutdown` is called; rejects where the worker breaks. */
  run(): Promise<void>;
  shutdown(): void;
}

/**
 * Brings the store up to date, registers the search attributes, and makes a worker ready to run: with the product's
 * workflows, or those of another path.
 */
export async function createJourneyWorker(
  config: WorkerConfig,
  log: Logger,
  path?: string,
): Promise<JourneyWorker> {
  Runtime.install({
    logger: new DefaultLogger('INFO', ({ level, message, meta }) => forward(log, level, message, meta)),
  });
  const db = openDatabase(config.DATABASE_URL);
  const mail = openMail({ smtpUrl: config.SMTP_URL, folder: config.MAIL_FOLDER, from: config.MAIL_FROM });
  const sms = openSms({ url: config.SMS_WEBHOOK_URL, token: config.SMS_WEBHOOK_TOKEN });
  const address = {
    address: config.TEMPORAL_ADDRESS,
    tls: config.TEMPORAL_TLS,
    ...(config.TEMPORAL_API_KEY === undefined ? {} : { apiKey: config.TEMPORAL_API_KEY }),
  };
  const [bundle, connection] = await Promise.all([
    bundleFor(config, path),
    NativeConnection.connect(address),
    migrateStore(db),
    ensureSearchAttributes(address, config.TEMPORAL_NAMESPACE, searchAttributes),
  ]);
  const worker = await Worker.create({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    workflowBundle: bundle,
    activities: heartbeating(createActivities({ db, mail, sms, publicUrl: config.PUBLIC_URL })),
    // Both keep a command from waiting long for a worker that has died.
    stickyQueueScheduleToStartTimeout: '1s',
    shutdownGraceTime: '5s',
    ...versioning(config),
  });
  return {
    shutdown: () => worker.shutdown(),
    run: async () => {
      try {
        await worker.run();
      } finally {
        mail.close();
        await Promise.all([db.destroy(), connection.close()]);
      }
    },
  };
}

/** A journey stays with the version of the code that its run began with; the next run begins with the current one. */
const versioning = ({
  WORKER_BUILD_ID: buildId,
}: WorkerConfig): Pick<WorkerOptions, 'workerDeploymentOptions'> =>
  buildId === undefined
    ? {}
    : {
        workerDeploymentOptions: {
          version: { deploymentName, buildId },
          useWorkerVersioning: true,
          defaultVersioningBehavior: 'PINNED',
        },
      };

function forward(log: Logger, level: string, message: string, meta: object | undefined): void {
  const write =
    { TRACE: log.trace, DEBUG: log.debug, INFO: log.info, WARN: log.warn, ERROR: log.error }[level] ??
    log.info;
  write.call(log, meta ?? {}, message);
}
