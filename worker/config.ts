/** Every setting the product reads from its environment, checked once, with a message that names the variable. */
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const flag = z.stringbool();

/** Settings of a worker: production and embedded alike. */
export const WorkerConfig = z.object({
  /** host:port of the Temporal frontend. */
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TEMPORAL_TASK_QUEUE: z.string().min(1).default('journeys'),
  /** Connect with TLS (Temporal Cloud, or a cluster behind TLS). */
  TEMPORAL_TLS: flag.default(false),
  TEMPORAL_API_KEY: z.string().optional(),
  /** The version of this worker's code. Where set, old and new workers serve side by side (UPGRADING.md). */
  WORKER_BUILD_ID: z.string().min(1).optional(),
  /** The file of a bundle of the workflows that was made before; without it the worker makes its own. */
  WORKFLOW_BUNDLE: z.string().min(1).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Where mail goes; without it mail is written to MAIL_FOLDER as .eml files. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().default('wegbegleiter@example.org'),
  MAIL_FOLDER: z.string().default('.data/mail'),
  /** Where people from outside reach this installation, for links in invitations; without it there are none. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** The webhook of a gateway for short messages; without it everybody gets mail. */
  SMS_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_WEBHOOK_TOKEN: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});
export type WorkerConfig = z.infer<typeof WorkerConfig>;

/** Settings of the embedded installation that `npm start` runs. A port of 0 means: any free one. */
export const EmbeddedConfig = z.object({
  /** Where all embedded data lives. */
  WEGBEGLEITER_DATA: z.string().default('.data'),
  /** An existing Temporal to use in place of an embedded one. */
  TEMPORAL_ADDRESS: z.string().optional(),
  /** Path of a `temporal` command line tool to run as the server. */
  TEMPORAL_CLI: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TEMPORAL_PORT: port.default(0),
  TEMPORAL_UI_PORT: port.default(0),
  /** Where the web server listens: answers to invitations, calendars. */
  WEB_PORT: port.default(0),
  /** Where people from outside reach it; its own address on this machine where left out. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** An existing PostgreSQL to use in place of an embedded one. */
  DATABASE_URL: z.string().optional(),
  POSTGRES_PORT: port.default(0),
});
export type EmbeddedConfig = z.infer<typeof EmbeddedConfig>;

/** Reads settings; an error lists every variable that is missing or wrong. */
export function readConfig<S extends z.ZodType>(schema: S, env: NodeJS.ProcessEnv = process.env): z.infer<S> {
  const known = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(known);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`These settings are missing or wrong:\n${lines.join('\n')}`);
}
