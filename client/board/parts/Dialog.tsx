/** A dialog over the page: the browser's own, which keeps the focus inside and gives it back. */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Icon } from './Icon.tsx';
import { useLang } from './lang.tsx';

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the most important one first. */
  readonly actions: ReactNode;
  /** By Escape or the cross. While it must not be closed, leave this out. */
  readonly onClose?: (() => void) | undefined;
}

/** Open for as long as it is there. */
export function Dialog({ title, children, actions, onClose }: DialogProps) {
  const { t } = useLang();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    // Whoever pressed Enter to come here shall read before they press it again.
    heading.current?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="kern-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <div className="kern-dialog__header">
        <h2 id={titleId} ref={heading} tabIndex={-1} className="kern-title kern-title--large">
          {title}
        </h2>
        {onClose && (
          <button type="button" className="icon-button" onClick={onClose}>
            <Icon name="close" />
            <span className="kern-sr-only">{t('close')}</span>
          </button>
        )}
      </div>
      <div className="kern-dialog__body">{children}</div>
      <div className="kern-dialog__footer">{actions}</div>
    </dialog>
  );
}
