import { useEffect } from 'react';
import { Icon } from '../parts/icon.tsx';

export type Toast = { id: number; text: string };

const SHOWN_MS = 9_000;

/** What Slack itself has to say, in the corner for a while. */
export function Toasts({ toasts, onClose }: { toasts: Toast[]; onClose: (id: number) => void }) {
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} onClose={onClose} />
      ))}
    </div>
  );
}

function ToastLine({ toast, onClose }: { toast: Toast; onClose: (id: number) => void }) {
  useEffect(() => {
    const timer = setTimeout(() => onClose(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast.id, onClose]);
  return (
    <div className="toast">
      <Icon name="warning" />
      <span>{toast.text}</span>
      <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => onClose(toast.id)}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
