/** Signs of the menu's entries, 16 px. */
export const BarsIcon = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d="M2 14V9h3v5zm4.5 0V2h3v12zM11 14V6h3v8z" />
  </svg>
);

export const CompareIcon = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d="M2 14V7h3v7zm9 0V4h3v10z" />
    <path class="stroke" d="M8 2v12" stroke-dasharray="1 3" />
  </svg>
);

export const LinkIcon = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path
      class="stroke"
      d="M6.5 9.5a2.6 2.6 0 0 0 3.7 0l2.5-2.5a2.6 2.6 0 0 0-3.7-3.7L8 4.3M9.5 6.5a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l1-1"
    />
  </svg>
);

export const OpenIcon = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path
      class="stroke"
      d="M9.5 2.8h3.7v3.7M13 3 7.5 8.5M12 9.5v2.7a1 1 0 0 1-1 1H3.8a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h2.7"
    />
  </svg>
);
