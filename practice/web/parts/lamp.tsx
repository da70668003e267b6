/** Porchlight's mark: a lantern beside a door, lit. */
export function Lamp({ size = 36 }: { size?: number }) {
  return (
    <svg className="lamp" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <rect width="48" height="48" fill="#35234f" />
      <circle cx="24" cy="27" r="19" fill="#ffb347" opacity=".18" />
      <circle cx="24" cy="27" r="13.5" fill="#ffb347" opacity=".28" />
      <path d="M24 4.5v6" stroke="#f7ecdb" strokeWidth="2.6" strokeLinecap="round" />
      <path d="M13.6 18.6 20 10.4h8l6.4 8.2z" fill="#f7ecdb" />
      <path d="M16.4 20.4h15.2l-2.3 14.4H18.7z" fill="#ffce6a" />
      <path d="M24 23.4c2.5 2.9 3.4 4.6 3.4 6.2a3.4 3.4 0 0 1-6.8 0c0-1.6.9-3.3 3.4-6.2z" fill="#fff6df" />
      <path d="M16.9 36.6h14.2l-2 4.2H18.9z" fill="#f7ecdb" />
    </svg>
  );
}
