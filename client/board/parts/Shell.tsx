/** What frames every page: skip link, header, navigation, main part. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useLiveChanges } from '../live.ts';
import { meQuery, signInPath } from '../queries.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { LangSwitch } from './LangSwitch.tsx';
import { useLang } from './lang.tsx';
import { Navigation } from './Navigation.tsx';

const contentId = 'content';

export function Shell({ children }: { children: ReactNode }) {
  const { t } = useLang();
  const [path] = useLocation();
  const { data: me } = useQuery({ ...meQuery, enabled: path !== signInPath });
  useLiveChanges(me !== undefined && path !== signInPath);
  const shown = path === signInPath ? undefined : me;
  return (
    <div className="shell">
      <a className="skip-link" href={`#${contentId}`}>
        {t('skipToContent')}
      </a>
      <header className="header">
        <Link href="/" className="header__product">
          {t('product')}
        </Link>
        {shown && <Navigation me={shown} path={path} />}
        <div className="header__settings">
          <LangSwitch />
          <AccountMenu me={shown} />
        </div>
      </header>
      <main id={contentId} tabIndex={-1} className="main">
        {children}
      </main>
    </div>
  );
}
