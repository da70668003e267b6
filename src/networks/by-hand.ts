/** Where mentions come from that a person logs; nothing is fetched. */
export const byHandNetworks: readonly { name: string; label: string }[] = [
  { name: 'phone', label: 'Phone call' },
  { name: 'email', label: 'E-mail' },
  { name: 'chat', label: 'Chat' },
  { name: 'in_person', label: 'In person' },
];
