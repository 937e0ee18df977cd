/** How the software itself is doing. Names nobody. */
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';
import { useMe } from '../parts/session.tsx';

export default function Ops() {
  const { t } = useLang();
  const me = useMe();
  return (
    <Page title={t('ops')}>
      {me?.temporalUi && (
        <a className="kern-link" href={me.temporalUi}>
          {t('opsTemporal')}
        </a>
      )}
    </Page>
  );
}
