/** The statechart as a picture, with a journey's place marked. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { fold } from '../../../workflows/fold/fold.ts';
import { rulebookOf } from '../../../workflows/fold/rulebook.ts';
import { marksOf } from '../../chart/marks.ts';
import { regionsOf } from '../../chart/model.ts';
import { svgOf } from '../../chart/picture.ts';
import { readJourney, viewJourney } from '../../journeys.ts';
import type { WebMeans } from '../means.ts';
import { journeyFor } from './access.ts';
import { Lang } from './schemas.ts';

const params = z.object({ journey: z.string() });
const querystring = z.object({ lang: Lang.default('de'), region: z.string().optional() });

export function addPictures(api: FastifyInstance, { db, journeys }: WebMeans): void {
  const app = api.withTypeProvider<ZodTypeProvider>();
  app.get(
    '/journeys/:journey/chart.svg',
    {
      config: { access: ['caseWorker', 'teamLead', 'dataProtection'] },
      schema: {
        summary: 'The statechart as SVG: where the journey stands and where it has been',
        tags: ['Journeys'],
        ...{ params, querystring },
      },
    },
    async (request, reply) => {
      const { lang, region } = request.query;
      const { card } = await journeyFor(db, request, request.params.journey, [
        'caseWorker',
        'teamLead',
        'dataProtection',
      ]);
      const regions = regionsOf(lang, region);
      const { now, ...versions } = await viewJourney(journeys, card.id);
      const folded = fold(rulebookOf(versions), await readJourney(journeys, card.id), now);
      const svg = await svgOf(regions, { lang, journey: card.id, marks: marksOf(folded) });
      return (
        reply
          .type('image/svg+xml; charset=utf-8')
          // A picture that is opened by itself may style itself, and do nothing else.
          .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
          .send(svg)
      );
    },
  );
}
