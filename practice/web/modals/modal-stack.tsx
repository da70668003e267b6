import { usePage } from '../store/context.ts';
import { Modal } from './modal.tsx';

/** The open modals of this person; those beneath the top one wait unseen with what was written in them. */
export function ModalStack() {
  const { state } = usePage();
  const { modals } = state;
  if (modals.length === 0) return null;
  return (
    <div className="modal-cover">
      {modals.map((view, index) => (
        <Modal key={view.id} view={view} isTop={index === modals.length - 1} isPushed={index > 0} />
      ))}
    </div>
  );
}
