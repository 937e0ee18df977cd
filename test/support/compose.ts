/**
 * Names what is wrong with a compose file: against the compose specification, in how its services hang together, and
 * against the settings the worker reads. Each check takes the file's text and gives a list of faults, empty if all is well.
 */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { z } from 'zod';
import { readConfig, WorkerConfig } from '../../worker/config.ts';

const Service = z.looseObject({
  image: z.string().optional(),
  restart: z.string().default('no'),
  environment: z.record(z.string(), z.coerce.string()).default({}),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.unknown().optional(),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  configs: z.array(z.object({ source: z.string() })).default([]),
});
type Service = z.infer<typeof Service>;

const Compose = z.looseObject({
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.unknown()).default({}),
  configs: z.record(z.string(), z.unknown()).default({}),
});
type Compose = z.infer<typeof Compose>;

/** Values for the `${…}` of a compose file, by name. */
export type Variables = Readonly<Record<string, string>>;

const RETIRED = ['temporalio/auto-setup', 'temporalio/docker-compose', 'temporalio/web', 'temporalio/tctl'];

const specification = JSON.parse(readFileSync(new URL('compose-spec.json', import.meta.url), 'utf8'));
const followsSpecification = new Ajv2020({ strict: false, allErrors: true }).compile(specification);

/** Faults against the JSON schema of the compose specification. */
export function specificationFaults(text: string): string[] {
  if (followsSpecification(parse(text, { merge: true }))) return [];
  return (followsSpecification.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath}: ${message} ${JSON.stringify(params)}`,
  );
}

/** Faults in how services name each other, their volumes and configs, and in what they open to the network. */
export function wiringFaults(text: string): string[] {
  const compose = read(text);
  return Object.entries(compose.services).flatMap(([name, service]) =>
    [
      ...dependencyFaults(service, compose),
      ...mountFaults(service, compose),
      ...service.ports
        .filter((port) => !port.startsWith('127.0.0.1:'))
        .map((port) => `port ${port} is open to the network`),
      ...(service.restart === 'no' ? ['has no restart policy'] : []),
    ].map((fault) => `${name}: ${fault}`),
  );
}

/** Faults in the images: retired ones, ones without a fixed tag, and tags that are not the given `versions` by image. */
export function imageFaults(text: string, versions: Readonly<Record<string, string>>): string[] {
  const images = Object.values(read(text).services).flatMap(({ image }) => image ?? []);
  const unused = Object.keys(versions).filter(
    (name) => !images.some((image) => image.startsWith(`${name}:`)),
  );
  return [
    ...images.flatMap((image) => {
      const [name = '', tag = 'latest'] = image.split(':');
      if (RETIRED.includes(name)) return [`${name} is retired`];
      if (tag === 'latest') return [`${image} has no fixed tag`];
      const wanted = versions[name];
      return wanted === undefined || tag === wanted ? [] : [`${image} should be ${name}:${wanted}`];
    }),
    ...unused.map((name) => `${name} is not there`),
  ];
}

/** Faults in the environment of the service `worker` against `WorkerConfig`; `variables` stand for the `${…}`. */
export function workerFaults(text: string, variables: Variables): string[] {
  const environment = read(text).services.worker?.environment;
  if (environment === undefined) return ['there is no service worker'];
  const unknown = Object.keys(environment).filter((key) => !(key in WorkerConfig.shape));
  const faults = unknown.map((key) => `the worker reads no ${key}`);
  try {
    readConfig(
      WorkerConfig,
      Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, fill(value, variables)])),
    );
    return faults;
  } catch (error) {
    return [...faults, error instanceof Error ? error.message : String(error)];
  }
}

/** Faults in the `${…}` of a compose file: each is to be named in the comment at its head, and each one there is used. */
export function variableFaults(text: string): string[] {
  const lines = text.split('\n');
  const head = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('#')),
  );
  // An entry of the head: names in capitals, then at least two spaces, then what they are.
  const entries = head.flatMap(
    (line) => /^# {3}([A-Z][A-Z_, ]*[A-Z]) {2,}\S/.exec(line)?.[1]?.split(', ') ?? [],
  );
  const used = new Set([...text.matchAll(/(?<!\$)\$\{(\w+)/g)].flatMap(([, name]) => name ?? []));
  const bare = [...text.matchAll(/(?<!\$)\$(?![${])\w+/g)];
  return [
    ...[...used].filter((name) => !entries.includes(name)).map((name) => `${name} is not documented`),
    ...entries.filter((name) => !used.has(name)).map((name) => `${name} is documented but not used`),
    ...bare.map(([word]) => `${word} is taken for a setting: write \${…} or double the $`),
  ];
}

/** Names of the `${…}` that a compose file insists on. */
export function requiredVariables(text: string): string[] {
  return [...new Set([...text.matchAll(/(?<!\$)\$\{(\w+):\?/g)].flatMap(([, name]) => name ?? []))];
}

function read(text: string): Compose {
  return Compose.parse(parse(text, { merge: true }));
}

function dependencyFaults(service: Service, { services }: Compose): string[] {
  return Object.entries(service.depends_on).flatMap(([name, { condition }]) => {
    const other = services[name];
    if (other === undefined) return [`waits for ${name}, which is no service`];
    if (condition === 'service_healthy' && other.healthcheck === undefined)
      return [`waits for the health of ${name}, which has no healthcheck`];
    if (condition === 'service_completed_successfully' && !other.restart.startsWith('on-failure'))
      return [`waits for the end of ${name}, which is started again when it ends`];
    return [];
  });
}

function mountFaults(service: Service, { volumes, configs }: Compose): string[] {
  const named = service.volumes.map((mount) => mount.split(':')[0] ?? '').filter((name) => /^\w/.test(name));
  return [
    ...named.filter((name) => !(name in volumes)).map((name) => `mounts ${name}, which is no volume`),
    ...service.configs
      .filter(({ source }) => !(source in configs))
      .map(({ source }) => `takes ${source}, which is no config`),
  ];
}

/** What compose makes of `${NAME}`, `${NAME:-default}`, `${NAME:?message}` and `$$`. */
function fill(value: string, variables: Variables): string {
  return value.replaceAll(
    /\$\$|\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g,
    (whole, name?: string, fallback?: string) =>
      name === undefined ? whole.slice(1) : variables[name] || (fallback ?? ''),
  );
}
