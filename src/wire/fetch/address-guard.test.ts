import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Problem } from '../../model/problem.ts'
import { createAddressGuard, parseAddress } from './address-guard.ts'

const strict = createAddressGuard([])

function outcome(guard: typeof strict, address: string): string {
  try {
    guard.checkUrl(parseAddress(address))
    return 'let through'
  } catch (problem) {
    assert.ok(problem instanceof Problem)
    return problem.code
  }
}

describe('the address guard', () => {
  const forbidden = [
    'http://127.0.0.1/',
    'http://127.0.0.1./',
    'http://127.1/',
    'http://0x7f.1/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://2130706433/',
    'http://017700000001/',
    'http://%31%32%37.0.0.1/',
    'http://１２７.0.0.1/',
    'http://127。0。0。1/',
    'http://0/',
    'http://0.0.0.0:8080/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://168.63.129.16/',
    'http://100.64.0.1/',
    'http://100.100.100.200/',
    'http://192.0.0.192/',
    'http://192.0.2.1/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[::127.0.0.1]/',
    'http://[::ffff:0:127.0.0.1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[64:ff9b:1::808:808]/',
    'http://[2002:7f00:1::]/',
    'http://[2002:808:808::]/',
    'http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[fc00::1]/',
    'http://[fd00:ec2::254]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://[100::1]/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://desk.localhost:3000/',
  ]
  for (const address of forbidden)
    it(`refuses ${address}`, () => assert.equal(outcome(strict, address), 'wire/forbidden-address'))

  const open = [
    'http://8.8.8.8/',
    'http://134744072/',
    'http://[2606:4700::1111]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[64:ff9b::808:808]/',
    'https://alfa.example/news?id=1',
    'http://localhost.example/',
  ]
  for (const address of open)
    it(`lets ${address} through`, () => assert.equal(outcome(strict, address), 'let through'))

  const unfit = [
    'ftp://alfa.example/',
    'file:///etc/passwd',
    'gopher://alfa.example/',
    'javascript:alert(1)',
    'data:text/html,hello',
    'http://user@alfa.example/',
    'http://user:secret@127.0.0.1/',
    'http://',
    'alfa.example',
    '',
  ]
  for (const address of unfit)
    it(`takes “${address}” for no address to fetch`, () =>
      assert.equal(outcome(strict, address), 'wire/bad-address'))

  it('refuses every notation of a forbidden IPv4 address', () => {
    fc.assert(
      fc.property(forbiddenIpv4, fc.constantFrom(...notations), (octets, notation) => {
        assert.equal(outcome(strict, `http://${notation(octets)}/`), 'wire/forbidden-address')
      }),
    )
  })

  it('lets nothing connect to a forbidden address, whatever the name', () => {
    fc.assert(
      fc.property(forbiddenIpv4, (octets) => {
        const plain = octets.join('.')
        assert.equal(strict.mayConnect(plain, 'alfa.example', 443), false)
        assert.equal(strict.mayConnect(`::ffff:${plain}`, 'alfa.example', 443), false)
      }),
    )
  })

  it('lets nothing connect to an IPv6 address outside 2000::/3 unless it stands for a public IPv4 one', () => {
    fc.assert(
      fc.property(fc.ipV6(), (ip) => {
        const [first = ''] = new URL(`http://[${ip}]/`).hostname.slice(1).split(':')
        const isGlobal = Number.parseInt(first || '0', 16) >> 13 === 1
        fc.pre(!isGlobal && !/^\[(::ffff:|64:ff9b:)/.test(new URL(`http://[${ip}]/`).hostname))
        assert.equal(strict.mayConnect(ip, 'alfa.example', 80), false)
      }),
    )
  })

  it('tells IPv4-compatible addresses from mapped ones', () => {
    assert.equal(strict.mayConnect('::1.0.0.0', 'alfa.example', 80), false)
    assert.equal(strict.mayConnect('::ffff:1.0.0.0', 'alfa.example', 80), true)
    assert.equal(strict.mayConnect('fe80::1%eth0', 'alfa.example', 80), false)
  })

  it('is not misled by what is no IP address at all', () => {
    for (const text of ['', '127.0.0.1.nip', 'localhost', '8.8.8.8 '])
      assert.equal(strict.mayConnect(text, 'alfa.example', 80), false)
  })
})

describe("the operator's list", () => {
  const cases: readonly { list: string; open: readonly string[]; shut: readonly string[] }[] = [
    { list: '127.0.0.1', open: ['http://127.1:80/', 'http://[::ffff:7f00:1]/'], shut: ['http://127.0.0.2/'] },
    { list: '127.0.0.1:8080', open: ['http://127.0.0.1:8080/'], shut: ['http://127.0.0.1/'] },
    {
      list: '10.0.0.0/8',
      open: ['http://10.255.1.2/', 'http://[::ffff:10.0.0.1]/'],
      shut: ['http://11.0.0.1.5/'],
    },
    { list: '::1', open: ['http://[::1]:3000/'], shut: ['http://[::2]/'] },
    { list: '[::1]:3000', open: ['http://[::1]:3000/'], shut: ['http://[::1]:3001/'] },
    { list: 'fd00::/8', open: ['http://[fd12::1]/'], shut: ['http://[fc12::1]/'] },
    { list: 'localhost', open: ['http://localhost./'], shut: ['http://a.localhost/'] },
    {
      list: '*.localhost',
      open: ['http://a.b.localhost:81/'],
      shut: ['http://localhost/', 'http://127.0.0.1/'],
    },
    { list: '*.localhost:81', open: ['http://a.localhost:81/'], shut: ['http://a.localhost/'] },
  ]
  for (const { list, open, shut } of cases)
    it(`of ${list} allows just that`, () => {
      const guard = createAddressGuard([list])
      for (const address of open) assert.equal(outcome(guard, address), 'let through', address)
      for (const address of shut) assert.notEqual(outcome(guard, address), 'let through', address)
    })

  it('allows a listed name wherever it leads, and no other name there', () => {
    const guard = createAddressGuard(['intranet.example', '*.lan.example'])
    assert.equal(guard.mayConnect('10.0.0.7', 'intranet.example', 80), true)
    assert.equal(guard.mayConnect('10.0.0.7', 'INTRANET.example.', 80), true)
    assert.equal(guard.mayConnect('10.0.0.7', 'wiki.lan.example', 80), true)
    assert.equal(guard.mayConnect('10.0.0.7', 'lan.example', 80), false)
    assert.equal(guard.mayConnect('10.0.0.7', 'alfa.example', 80), false)
  })

  for (const entry of ['', 'http://alfa.example', 'a b', '10.0.0.0/99', 'user@alfa.example'])
    it(`does not take “${entry}”`, () =>
      assert.throws(() => createAddressGuard([entry]), { code: 'wire/allow-list' }))
})

type Octets = readonly [number, number, number, number]

const octet = fc.integer({ min: 0, max: 255 })
const forbiddenIpv4: fc.Arbitrary<Octets> = fc.oneof(
  fc.tuple(fc.constantFrom(0, 10, 127), octet, octet, octet),
  fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
  fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
  fc.tuple(fc.integer({ min: 224, max: 255 }), octet, octet, octet),
)

const hex = (number: number): string => `0x${number.toString(16)}`
const octal = (number: number): string => `0${number.toString(8)}`
const whole = ([a, b, c, d]: Octets): number => a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d
const notations: readonly ((octets: Octets) => string)[] = [
  (octets) => octets.join('.'),
  (octets) => `${octets.join('.')}.`,
  (octets) => octets.map(hex).join('.'),
  (octets) => octets.map(octal).join('.'),
  (octets) => String(whole(octets)),
  (octets) => hex(whole(octets)),
  (octets) => octal(whole(octets)),
  ([a, b, c, d]) => `${a}.${b * 65_536 + c * 256 + d}`,
  ([a, b, c, d]) => `${hex(a)}.${octal(b)}.${c * 256 + d}`,
  (octets) => octets.join('%2e'),
  (octets) => [...octets.join('.')].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join(''),
  (octets) => octets.join('.').replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  (octets) => `[::ffff:${octets.join('.')}]`,
  (octets) => `[::${octets.join('.')}]`,
  (octets) => `[64:ff9b::${octets.join('.')}]`,
  ([a, b, c, d]) => `[2002:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}::1]`,
]
