import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startWeb, trappedHttp, type Web } from './web.ts';

let web: Web;
beforeAll(async () => {
  web = await startWeb((_request, response) => response.end('the secret'));
});
afterAll(() => web.close());

const publicV4 = '93.184.216.34';
const publicV6 = '2606:2800:21f:cb07:6820:80da:af6b:8b2c';

/** What a host may be that is not a place on the public internet. */
const hosts: [string, string][] = [
  ['loopback', '127.0.0.1'],
  ['loopback, elsewhere in its range', '127.8.9.10'],
  ['loopback in decimal', '2130706433'],
  ['loopback in hex', '0x7f000001'],
  ['loopback in octal', '0177.0.0.1'],
  ['loopback, short', '127.1'],
  ['loopback in fullwidth digits', '１２７.０.０.１'],
  ['zero', '0'],
  ['the unspecified address', '0.0.0.0'],
  ['this network', '0.1.2.3'],
  ['private 10/8', '10.0.0.4'],
  ['private 172.16/12', '172.20.1.1'],
  ['private 192.168/16', '192.168.1.1'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['Alibaba metadata', '100.100.100.200'],
  ['link-local', '169.254.7.7'],
  ['cloud metadata', '169.254.169.254'],
  ['cloud metadata in decimal', '2852039166'],
  ['Azure metadata, a public address', '168.63.129.16'],
  ['Oracle metadata', '192.0.0.192'],
  ['benchmarking', '198.18.0.1'],
  ['documentation', '192.0.2.1'],
  ['documentation, third', '203.0.113.9'],
  ['6to4 relay', '192.88.99.1'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['IPv6 unspecified', '[::]'],
  ['IPv6 loopback', '[::1]'],
  ['mapped loopback', '[::ffff:127.0.0.1]'],
  ['mapped private', '[::ffff:10.0.0.4]'],
  ['mapped metadata', '[::ffff:a9fe:a9fe]'],
  ['IPv4-compatible loopback', '[::127.0.0.1]'],
  ['IPv4-translated', '[::ffff:0:127.0.0.1]'],
  ['NAT64', '[64:ff9b::127.0.0.1]'],
  ['NAT64 for local use', '[64:ff9b:1::a9fe:a9fe]'],
  ['6to4', '[2002:7f00:1::]'],
  ['Teredo', '[2001:0:7f00:1::]'],
  ['unique local', '[fd12:3456::1]'],
  ['Amazon metadata, IPv6', '[fd00:ec2::254]'],
  ['IPv6 link-local', '[fe80::1]'],
  ['site-local', '[fec0::1]'],
  ['IPv6 multicast', '[ff02::1]'],
  ['IPv6 documentation', '[2001:db8::1]'],
  ['discard only', '[100::1]'],
  ['ORCHID', '[2001:20::1]'],
];

test.each(hosts)('refuses %s written out (%s) before any connection', async (_what, host) => {
  const http = trappedHttp(web, {});
  await expect(http.get(`http://${host}/latest`)).rejects.toThrow(/which Porchlight does not fetch/);
  expect(http.reached).toEqual([]);
});

test.each(hosts)('refuses a name that answers with %s', async (_what, host) => {
  const address = new URL(`http://${host}`).hostname.replace(/[[\]]/g, '');
  const http = trappedHttp(web, { 'evil.example': [address] });
  await expect(http.get('https://evil.example/')).rejects.toThrow(/evil\.example answers with a .*does not fetch/);
  expect(http.reached).toEqual([]);
});

test('says in a sentence which name answered with which address', async () => {
  const http = trappedHttp(web, { 'intranet.example': ['10.0.0.4'] });
  await expect(http.get('http://intranet.example/')).rejects.toThrow(
    'intranet.example answers with a private address (10.0.0.4), which Porchlight does not fetch',
  );
});

test('refuses a name with one good and one bad answer', async () => {
  const http = trappedHttp(web, { 'mixed.example': [publicV4, '127.0.0.1'], 'mixed6.example': [publicV6, '::1'] });
  await expect(http.get('http://mixed.example/')).rejects.toThrow(/loopback/);
  await expect(http.get('http://mixed6.example/')).rejects.toThrow(/loopback/);
  expect(http.reached).toEqual([]);
});

test('connects to the addresses that were checked, so that a name cannot change its mind', async () => {
  let lookups = 0;
  const http = trappedHttp(web, { 'rebind.example': () => (lookups++ === 0 ? [publicV4] : ['127.0.0.1']) });
  expect((await http.get('http://rebind.example/')).status).toBe(200);
  expect(http.reached).toEqual([`${publicV4} http:`]);
  expect(lookups).toBe(1);
  await http.close();
});

test('a name that has turned to loopback is refused at the next connection', async () => {
  const closing = await startWeb((_request, response) => response.setHeader('connection', 'close').end('x'));
  let lookups = 0;
  const http = trappedHttp(closing, { 'rebind.example': () => (lookups++ === 0 ? [publicV4] : ['127.0.0.1']) });
  await http.get('http://rebind.example/');
  await expect(http.get('http://rebind.example/')).rejects.toThrow(/loopback/);
  expect(http.reached).toEqual([`${publicV4} http:`]);
  await http.close();
  await closing.close();
});

test.each([
  ['IPv4', publicV4],
  ['IPv6', publicV6],
])('fetches a name with a public %s address', async (_family, address) => {
  const http = trappedHttp(web, { 'blog.example.com': [address] });
  expect((await http.get('http://blog.example.com/feed')).body.toString()).toBe('the secret');
  expect(http.reached).toEqual([`${address} http:`]);
  await http.close();
});

test.each([
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/',
  'http://127.0.0.1:8080/',
  'http://[::1]/',
  'http://[::ffff:169.254.169.254]/',
  'http://intranet.example/',
  '//10.0.0.4/',
])('refuses a redirect to %s', async (location) => {
  const redirecting = await startWeb((_request, response) => response.writeHead(302, { location }).end());
  const http = trappedHttp(redirecting, { 'blog.example.com': [publicV4], 'intranet.example': ['10.0.0.4'] });
  await expect(http.get('http://blog.example.com/')).rejects.toThrow(/does not fetch|ports 80 and 443 only/);
  expect(http.reached).toEqual([`${publicV4} http:`]);
  await http.close();
  await redirecting.close();
});

test.each([
  ['file:///etc/passwd', /http and https addresses only, not "file:"/],
  ['gopher://blog.example.com/', /not "gopher:"/],
  ['data:text/plain,hello', /not "data:"/],
  ['http://user:secret@blog.example.com/', /carries a user name or password/],
  ['http://user@blog.example.com/', /carries a user name or password/],
  ['http://blog.example.com:22/', /uses port 22; Porchlight fetches ports 80 and 443 only/],
  ['http://blog.example.com:8080/', /port 8080/],
  ['not an address', /is not a web address/],
  ['', /is not a web address/],
])('refuses %s', async (url, sentence) => {
  const http = trappedHttp(web, { 'blog.example.com': [publicV4] });
  await expect(http.get(url)).rejects.toThrow(sentence);
  expect(http.reached).toEqual([]);
});

test('does not tell a password in its refusal', async () => {
  const http = trappedHttp(web, {});
  await expect(http.get('http://user:secret@blog.example.com/')).rejects.not.toThrow(/secret/);
});

test('an allowed origin is fetched at its own port, and no other port or host', async () => {
  const http = trappedHttp(web, {}, { allowOrigins: ['http://127.0.0.1:4300'] });
  expect((await http.get('http://127.0.0.1:4300/demo/blog.xml')).status).toBe(200);
  await expect(http.get('http://127.0.0.1:4301/')).rejects.toThrow(/port 4301/);
  await expect(http.get('http://127.0.0.1/')).rejects.toThrow(/loopback/);
  await expect(http.get('http://localhost:4300/')).rejects.toThrow(/port 4300/);
  expect(http.reached).toEqual(['127.0.0.1 4300']);
  await http.close();
});

test('with private networks allowed, private and loopback addresses are fetched at any port', async () => {
  const names = { 'wiki.corp': ['10.1.2.3'], 'ula.corp': ['fd12::7'] };
  const http = trappedHttp(web, names, { allowPrivateNetworks: true });
  for (const url of ['http://wiki.corp:8080/', 'http://ula.corp/', 'http://127.0.0.1:9000/', 'http://[::1]:9000/']) {
    expect((await http.get(url)).status).toBe(200);
  }
  expect(http.reached).toEqual(['10.1.2.3 8080', 'fd12::7 http:', '127.0.0.1 9000', '::1 9000']);
  await http.close();
});

test.each(['169.254.169.254', 'fd00:ec2::254', 'fe80::1', '100.100.100.200', '::ffff:169.254.169.254', '0.0.0.0'])(
  'even with private networks allowed, %s is refused',
  async (address) => {
    const http = trappedHttp(web, { 'evil.example': [address] }, { allowPrivateNetworks: true });
    await expect(http.get('http://evil.example/')).rejects.toThrow(/does not fetch/);
    expect(http.reached).toEqual([]);
  },
);

test('with private networks allowed, public addresses keep to the ports of the web', async () => {
  const http = trappedHttp(web, { 'blog.example.com': [publicV4] }, { allowPrivateNetworks: true });
  await expect(http.get('http://blog.example.com:6379/')).rejects.toThrow(/port 6379/);
  expect(http.reached).toEqual([]);
});
