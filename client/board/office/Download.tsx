/** A link to a file that the server makes. */
import type { ReactNode } from 'react';
import { type Query, withQuery } from '../api.ts';
import { Icon } from '../parts/Icon.tsx';

export interface DownloadLinkProps {
  readonly path: string;
  readonly query: Query;
  readonly children: ReactNode;
}

export function DownloadLink({ path, query, children }: DownloadLinkProps) {
  return (
    <a className="kern-btn kern-btn--secondary" href={withQuery(path, query)} download>
      <Icon name="download" />
      <span className="kern-label">{children}</span>
    </a>
  );
}
