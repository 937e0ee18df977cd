/** Why something did not work, in words that say what to do about it. */
import { noConnection, noSense, problemIn } from '../api.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { useLang } from './lang.tsx';

export interface ProblemNoteProps {
  /** Whatever was thrown. */
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** Whether it may be otherwise in a moment: the server was away or stumbled, rather than said no. */
const isPassing = (status: number): boolean => status === 0 || status >= 500;

export function ProblemNote({ error, onRetry }: ProblemNoteProps) {
  const { t, say } = useLang();
  const { code, title, status, reasons } = problemIn(error);
  const own =
    code === noConnection
      ? { title: t('offline'), text: t('offlineHelp') }
      : code === noSense
        ? { title: t('unexpected'), text: t('unexpectedHelp', { status }) }
        : undefined;
  return (
    <div className="kern-alert kern-alert--danger" role="alert">
      <div className="kern-alert__header">
        <Icon name="danger" />
        <span className="kern-title">{own?.title ?? title}</span>
      </div>
      <div className="kern-alert__body">
        {own && <p className="kern-body">{own.text}</p>}
        {reasons.map((reason) => (
          <p key={`${reason.code}${reason.field ?? ''}${reason.de}`} className="kern-body">
            {say(reason)}
          </p>
        ))}
        {onRetry && isPassing(status) && (
          <Button look="secondary" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
