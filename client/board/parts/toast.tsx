/** What just happened, said once and to everybody: in the corner for the eye, in a live region for screen readers. */
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import { Icon } from './Icon.tsx';
import { useLang } from './lang.tsx';

export interface Toast {
  readonly kind: 'success' | 'info' | 'danger';
  readonly text: string;
}

type Shown = Toast & { readonly id: number };

const Context = createContext<((toast: Toast) => void) | undefined>(undefined);

const most = 3;

/** Toasts stay until they are closed or others push them out: nobody has to read against a clock. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useLang();
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const tell = useCallback((toast: Toast) => {
    setShown((before) => {
      const id = (before.at(-1)?.id ?? 0) + 1;
      return [...before.filter(({ text }) => text !== toast.text), { ...toast, id }].slice(-most);
    });
  }, []);
  const close = (id: number): void => setShown((before) => before.filter((one) => one.id !== id));
  const value = useMemo(() => tell, [tell]);
  return (
    <Context value={value}>
      {children}
      <section className="toasts" role="status" aria-label={t('notices')}>
        {shown.map(({ id, kind, text }) => (
          <div key={id} className={`toast toast--${kind}`}>
            <Icon name={kind} />
            <p className="kern-body">{text}</p>
            <button type="button" className="icon-button" onClick={() => close(id)}>
              <Icon name="close" />
              <span className="kern-sr-only">{t('close')}</span>
            </button>
          </div>
        ))}
      </section>
    </Context>
  );
}

/** Says that something happened. */
export function useToast(): (toast: Toast) => void {
  const tell = use(Context);
  if (!tell) throw new Error('useToast outside ToastProvider');
  return tell;
}
