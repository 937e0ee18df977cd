/** The frame of a page: its title in the window, its heading, and the focus after going there. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useLang } from './lang.tsx';

export interface PageProps {
  readonly title: string;
  /** Beside the heading: what can be done on the whole page. */
  readonly actions?: ReactNode;
  /** Above the heading: where this page belongs. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

/** The first page opens at its top, as every page does; from then on the focus goes to the new heading. */
let hasShownPage = false;

export function Page({ title, actions, above, children }: PageProps) {
  const { t } = useLang();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${t('product')}`;
  }, [title, t]);
  useEffect(() => {
    if (hasShownPage) heading.current?.focus();
    hasShownPage = true;
  }, []);
  return (
    <>
      {above}
      <div className="page-head">
        <h1 ref={heading} tabIndex={-1} className="kern-heading-large">
          {title}
        </h1>
        {actions && <div className="page-head__actions">{actions}</div>}
      </div>
      {children}
    </>
  );
}
