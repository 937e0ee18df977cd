# The image of a worker and of the web server of the shared installation (docker-compose.yml). Only the board is built: Node
# runs the .ts files as they are, and the worker bundles the workflows when it starts.
# Debian, not Alpine: the native core of Temporal's SDK needs glibc.
FROM node:24-slim

# The native core reads the system's certificates, which the slim image lacks; TEMPORAL_TLS needs them.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates \
  && rm -rf /var/lib/apt/lists/*

ENV NODE_ENV=production
WORKDIR /app

COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force

COPY workflows workflows
COPY activities activities
COPY worker worker
COPY client client
# The guide, with its pictures where `npm run guide` has taken them.
COPY docs docs
RUN node client/board/build.ts

# A named volume takes over the owner of the folder it is first mounted on.
RUN install --directory --owner=node --group=node /var/lib/wegbegleiter/mail

USER node
CMD ["node", "worker/main.ts"]
