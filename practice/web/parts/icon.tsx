const PATHS = {
  hash: 'M8 3 6.5 17M13.5 3 12 17M3.5 7.500h13.500M3 12.500h13.5',
  lock: 'M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9',
  close: 'M5 5l10 10M15 5 5 15',
  back: 'M12 4 6 10l6 6',
  chevron: 'M5.5 8l4.5 4.500L14.5 8',
  smile: 'M10 17.200a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.400zM7 11.800c1.5 2.2 4.5 2.2 6 0M7.6 8v.2M12.4 8v.2',
  reply: 'M3.5 4.500h13v9h-6l-4 3.500v-3.500h-3z',
  bin: 'M4 5.500h12M8 5.500V3.500h4v2M5.5 5.500l.7 11h7.600l.7-11M8.5 8.500v5M11.5 8.500v5',
  at: 'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0zm0 0v1.200a2 2 0 0 0 4 0V10a7 7 0 1 0-2.8 5.6',
  slash: 'M12.5 4l-5 12M3 3h14v14H3z',
  send: 'M3.5 3.5 17 10 3.5 16.500l1.8-5.700L11 10l-5.7-.8z',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 12.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400z',
  more: 'M5 10v.1M10 10v.1M15 10v.1',
  home: 'M3 9.5 10 3.500l7 6V17h-4.500v-4.500h-5V17H3z',
  sun: 'M10 13.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 2v1.500M10 16.500V18M2 10h1.500M16.5 10H18M4.3 4.300l1.1 1.100M14.6 14.600l1.1 1.100M4.3 15.700l1.1-1.100M14.6 5.400l1.1-1.1',
  moon: 'M16.5 11.800A7 7 0 0 1 8.2 3.500a7 7 0 1 0 8.3 8.300z',
  help: 'M10 17.200a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.400zM7.9 8a2.1 2.1 0 1 1 3.2 1.800c-.8.5-1.1.9-1.1 1.700M10 13.800v.1',
  info: 'M10 17.200a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.400zM10 9.200v4.600M10 6.400v.1',
  check: 'M4 10.500l4 4 8-9',
  search: 'M9 14.500a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  calendar: 'M3.5 5h13v12h-13zM3.5 8.500h13M7 3v3.500M13 3v3.5',
  clock: 'M10 17.200a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.400zM10 5.800V10l2.8 1.8',
  warning: 'M10 3 2.5 16.500h15zM10 8v4.200M10 14.300v.1',
  down: 'M10 3.500v13M4.5 11l5.5 5.5 5.5-5.5',
  pin: 'M7 3h6l-.8 5 2.800 3.500H5L7.800 8zM10 11.500V17',
  bolt: 'M11 2.500 4.500 11.500h4.500l-1 6 6.500-9h-4.500z',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
  paper: 'M5 2.500h7l3.5 3.500v11.500H5zM12 2.500V6h3.5',
  play: 'M7 4.500v11l9-5.500z',
  pulse: 'M2.500 10.500h3.500l2-6 4 11 2-5h3.500',
  link: 'M8.500 11.500a3 3 0 0 0 4.300 0l2.700-2.700a3 3 0 0 0-4.300-4.300l-1.200 1.200M11.500 8.500a3 3 0 0 0-4.300 0l-2.700 2.700a3 3 0 0 0 4.300 4.300l1.200-1.2',
  window: 'M8 4H4v12h12v-4M11 3.500h5.500V9M16.5 3.5 9.5 10.5',
} as const;

export type IconName = keyof typeof PATHS;

/** A small line drawing; its meaning is always also in words. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
