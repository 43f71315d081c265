export const open = dialog => { if (dialog && !dialog.open) dialog.showModal(); };
export const close = dialog => dialog?.close();

// Who has gone on to another field meanwhile, stays there: what is typed must not land elsewhere.
export const resume = element => { if (!document.activeElement?.matches("input, textarea, select")) element?.focus(); };
