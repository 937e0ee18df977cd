/** What stands where something is not there yet, or where there is nothing. */
import type { ReactNode } from 'react';
import { useLang } from './lang.tsx';

export function Loading() {
  const { t } = useLang();
  return (
    <p className="loading" role="status">
      <span className="loading__sign" aria-hidden="true" />
      <span className="kern-body">{t('loading')}</span>
    </p>
  );
}

/** Nothing to list, and what that means. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className="empty kern-body">{children}</div>;
}
