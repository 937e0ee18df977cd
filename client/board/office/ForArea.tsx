/** A page for those whose area it is; to anybody else it says for whom it is, and asks the server nothing. */
import type { ReactNode } from 'react';
import { areas, areasOf } from '../areas.ts';
import { ButtonLink } from '../parts/Button.tsx';
import { Empty, Loading } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { roleWords } from '../parts/names.ts';
import { Page } from '../parts/Page.tsx';
import { useMe } from '../parts/session.tsx';

export function ForArea({ path, children }: { path: string; children: ReactNode }) {
  const { t } = useLang();
  const me = useMe();
  const area = areas.find((one) => one.path === path);
  if (!me) return <Loading />;
  if (!area || areasOf(me).includes(area)) return children;
  const roles = area.roles.map((role) => t(roleWords[role])).join(', ');
  return (
    <Page title={t('notYours')}>
      <Empty>
        <p>{t('notYoursFor', { area: t(area.label), roles })}</p>
        <p>{t('notYoursHelp')}</p>
        <ButtonLink to="/">{t('backToStart')}</ButtonLink>
      </Empty>
    </Page>
  );
}
