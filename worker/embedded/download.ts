/**
 * Downloads the `temporal` command line tool through the SDK, which can only do so by starting it once.
 * Run as `node download.ts VERSION FOLDER`.
 */
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { messageOf } from './errors.ts';

const [version, downloadDir] = process.argv.slice(2);
if (version === undefined || downloadDir === undefined)
  throw new Error('download.ts needs a version and a folder.');

/** A network that swallows everything must not hold up the other ways. */
const TIMEOUT = 180_000;
setTimeout(() => fail(`gave up after ${TIMEOUT / 1000} s`), TIMEOUT).unref();

try {
  const environment = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'cached-download', version, downloadDir } },
  });
  await environment.teardown();
  process.exit(0);
} catch (error) {
  fail(messageOf(error));
}

function fail(why: string): never {
  console.error(`The temporal command line tool ${version} cannot be downloaded: ${why}`);
  process.exit(1);
}
