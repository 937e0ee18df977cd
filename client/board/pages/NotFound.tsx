/** An address that leads nowhere. */
import { ButtonLink } from '../parts/Button.tsx';
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';

export function NotFound() {
  const { t } = useLang();
  return (
    <Page title={t('notFound')}>
      <p className="kern-body">{t('notFoundHelp')}</p>
      <ButtonLink to="/">{t('backToStart')}</ButtonLink>
    </Page>
  );
}
