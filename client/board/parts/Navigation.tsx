/** Where somebody can go: a row in the header; on a phone a bar at the bottom, where the thumb is. */
import { Link } from 'wouter';
import type { Me } from '../../web/api/schemas.ts';
import { type Area, areasOf } from '../areas.ts';
import { Icon } from './Icon.tsx';
import { useLang } from './lang.tsx';
import { useDisclosure } from './useDisclosure.ts';
import '../styles/more.css';

/** As many as fit beside each other on a phone. */
const most = 5;

export function Navigation({ me, path }: { me: Me; path: string }) {
  const { t } = useLang();
  const areas = areasOf(me);
  const first = areas.length > most ? areas.slice(0, most - 1) : areas;
  const rarer = areas.slice(first.length);
  return (
    <nav className="nav" aria-label={t('mainNavigation')}>
      <ul className="nav__list">
        {first.map((area) => (
          <li key={area.path}>
            <AreaLink area={area} path={path} />
          </li>
        ))}
        {rarer.length > 0 && (
          <li className="more">
            <More key={path} areas={rarer} path={path} />
          </li>
        )}
      </ul>
    </nav>
  );
}

function AreaLink({ area, path }: { area: Area; path: string }) {
  const { t } = useLang();
  return (
    <Link
      href={area.path}
      className="nav__link"
      aria-current={isWithin(path, area.path) ? 'page' : undefined}
    >
      <Icon name={area.icon} />
      <span>{t(area.label)}</span>
    </Link>
  );
}

const isWithin = (path: string, area: string): boolean => path === area || path.startsWith(`${area}/`);

/** What is needed less often, behind one button. */
function More({ areas, path }: { areas: readonly Area[]; path: string }) {
  const { t } = useLang();
  const { isOpen, setOpen, box, button, panelId } = useDisclosure();
  return (
    <div ref={box}>
      <button
        ref={button}
        type="button"
        className={`nav__link more__button${areas.some((area) => isWithin(path, area.path)) ? ' more__button--here' : ''}`}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'up' : 'down'} />
        <span>{t('more')}</span>
      </button>
      <ul id={panelId} className="more__list" hidden={!isOpen}>
        {areas.map((area) => (
          <li key={area.path}>
            <AreaLink area={area} path={path} />
          </li>
        ))}
      </ul>
    </div>
  );
}
