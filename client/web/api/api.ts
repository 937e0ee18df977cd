/** The API: what the board and programs ask and say. Its own errors are problem documents in the caller's language. */
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../../../workflows/journal/refusal.ts';
import type { WebMeans } from '../means.ts';
import { langOf, problemOf, problemType, WebError } from '../problem.ts';
import { addSignIn } from '../signIn/signIn.ts';
import { guardRoutes, recordRefusal } from './access.ts';
import { addCohortFiles } from './cohortFiles.ts';
import { addCommands } from './commands.ts';
import { addDirectory } from './directory.ts';
import { addFigures } from './figures.ts';
import { addJourney } from './journey.ts';
import { addJourneys } from './journeys.ts';
import { addMe } from './me.ts';
import { addNotes } from './notes.ts';
import { addOpenApi } from './openapi.ts';
import { addOps } from './ops.ts';
import { addPapers } from './papers.ts';
import { addPictures } from './pictures.ts';
import { addPolicy } from './policy.ts';
import { addProtection } from './protection.ts';
import { addStream } from './stream.ts';
import { addToday } from './today.ts';
import { checkRequest } from './validation.ts';

/** Adds sign-in and the API. */
export function addApi(app: FastifyInstance, means: WebMeans): void {
  app.setValidatorCompiler(checkRequest);
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const meant = meantBy(error);
    const problem = problemOf(meant, langOf(request.headers['accept-language']));
    if (problem.status >= 500) means.log(error);
    await record(means, request, meant);
    return reply.code(problem.status).type(problemType).send(JSON.stringify(problem));
  });
  app.addHook('onSend', async (_, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  addOpenApi(app);
  // What describes the routes has to be there before them.
  void app.register(async (described) => addRoutes(described, means));
}

async function addRoutes(app: FastifyInstance, means: WebMeans): Promise<void> {
  await addSignIn(app, means);
  await app.register(
    async (api) => {
      guardRoutes(api);
      for (const add of parts) add(api, means);
      api.all('/*', { config: { access: 'signedIn' }, schema: { hide: true } }, async () => {
        throw new WebError('not-found', {
          de: 'Diese Adresse gibt es in der Schnittstelle nicht.',
          en: 'The API has no such address.',
        });
      });
    },
    { prefix: '/api' },
  );
}

const parts = [
  addMe,
  addJourneys,
  addJourney,
  addCommands,
  addNotes,
  addPictures,
  addToday,
  addDirectory,
  addStream,
  addPapers,
  addFigures,
  addOps,
  addCohortFiles,
  addProtection,
  addPolicy,
];

/** What Fastify itself throws, in our words. */
function meantBy(error: FastifyError): unknown {
  const { statusCode = 500 } = error;
  const isTheirs = statusCode >= 400 && statusCode < 500 && !(error instanceof WebError);
  if (!isTheirs || error instanceof Refusal) return error;
  return new WebError('bad-request', {
    de: `Die Anfrage ist so nicht lesbar (${error.code}).`,
    en: `The request cannot be read (${error.code}).`,
  });
}

/** What was refused to somebody who has signed in is kept. */
async function record({ db, log }: WebMeans, request: FastifyRequest, error: unknown): Promise<void> {
  const isRefused = error instanceof Refusal || (error instanceof WebError && error.code === 'forbidden');
  // Nobody's refusal is kept: who has not signed in is refused everything.
  if (!isRefused || request.caller === undefined || request.caller instanceof WebError) return;
  try {
    await recordRefusal(db, request, error.code);
  } catch (failure) {
    log(failure);
  }
}
