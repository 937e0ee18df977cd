/** A process that wants a data folder, tells its parent whether it got it, and keeps it until the parent lets go. */
import { EmbeddedError } from '../../worker/embedded/errors.ts';
import { takeLock } from '../../worker/embedded/lock.ts';
import { openHousehold } from '../../worker/embedded/processes.ts';

const data = process.argv[2];
if (data === undefined) throw new Error('contender.ts needs a data folder.');
try {
  const lock = await takeLock(data);
  const household = await openHousehold(data, () => {});
  process.on('disconnect', () => household.end().then(() => lock.release()));
  process.send?.('taken');
} catch (error) {
  if (!(error instanceof EmbeddedError)) throw error;
  process.send?.(error.code);
  process.disconnect();
}
