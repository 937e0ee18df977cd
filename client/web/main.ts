/** The web server as a program: where to listen from WEB_HOST and WEB_PORT, the rest from the installation; `ready` to its parent. */
import { pino } from 'pino';
import { openDatabase } from '../../activities/store/read.ts';
import { buildBoard } from '../board/build.ts';
import { ClientError } from '../errors.ts';
import { findInstallation } from '../installation.ts';
import { connect } from '../journeys.ts';
import { createWeb } from './server.ts';

const log = pino({ level: process.env.LOG_LEVEL || 'info' });
const installation = findInstallation();
const { databaseUrl, namespace, publicUrl } = installation;
if (databaseUrl === undefined) {
  throw new ClientError('not-running', {
    de: 'Der Webserver braucht DATABASE_URL.',
    en: 'The web server needs DATABASE_URL.',
  });
}
const uiUrl = process.env.TEMPORAL_UI_URL;
const db = openDatabase(databaseUrl);
const [journeys, board] = await Promise.all([connect(installation), buildBoard()]);
const web = createWeb({
  ...{ db, databaseUrl, journeys, publicUrl, board },
  temporalUi: uiUrl && `${uiUrl}/namespaces/${namespace}/workflows`,
  env: process.env,
  log: (error) => log.error({ err: error }, 'a request failed'),
});
const stop = async (): Promise<void> => {
  await web.close();
  await Promise.all([journeys.close(), db.destroy()]);
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
process.once('disconnect', () => void stop());
await web.listen({ host: process.env.WEB_HOST || '127.0.0.1', port: Number(process.env.WEB_PORT || 0) });
process.send?.('ready');
