/** What frames every page: skip link, header, navigation, main part. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { Me } from '../../web/api/schemas.ts';
import { areasOf } from '../areas.ts';
import { useLiveChanges } from '../live.ts';
import { meQuery, signInPath } from '../queries.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { Icon } from './Icon.tsx';
import { LangSwitch } from './LangSwitch.tsx';
import { useLang } from './lang.tsx';

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

/** A row in the header; on a phone a bar at the bottom, where the thumb is. */
function Navigation({ me, path }: { me: Me; path: string }) {
  const { t } = useLang();
  return (
    <nav className="nav" aria-label={t('mainNavigation')}>
      <ul className="nav__list">
        {areasOf(me).map((area) => (
          <li key={area.path}>
            <Link
              href={area.path}
              className="nav__link"
              aria-current={isWithin(path, area.path) ? 'page' : undefined}
            >
              <Icon name={area.icon} />
              <span>{t(area.label)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const isWithin = (path: string, area: string): boolean => path === area || path.startsWith(`${area}/`);
