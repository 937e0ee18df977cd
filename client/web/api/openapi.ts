/** The API's description: OpenAPI 3.1, made from the routes' own schemas, and a page to read it. */
import swagger from '@fastify/swagger';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** Collects the routes that are added after it; `/api/openapi.json` and the page `/api/docs` are for whoever has signed in or not. */
export function addOpenApi(app: FastifyInstance): void {
  void app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Wegbegleiter',
        version: '1',
        description:
          'Journeys through assisted training. Errors are problem documents (RFC 9457) in the language of `Accept-Language`. ' +
          'Every command takes an `Idempotency-Key`: the same key again is answered again and entered once.',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'wegbegleiter', description: 'from signing in' },
          bearer: { type: 'http', scheme: 'bearer', description: 'an access token of the OpenID provider' },
        },
      },
      security: [{ session: [] }, { bearer: [] }],
    },
    transform: jsonSchemaTransform,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  void app.register(scalar, {
    routePrefix: '/api/docs',
    configuration: {
      url: '/api/openapi.json',
      // The page asks nobody but this server for anything.
      ...{ withDefaultFonts: false, telemetry: false, showDeveloperTools: 'never' },
      ...{ hideClientButton: true, agent: { disabled: true }, mcp: { disabled: true } },
    },
  });
}
