// Talking by voice with a customer who calls from a browser: the other side offers, this side answers. Whoever
// accepted a call has said so already; in a chat it rings first.
import type { QueryClient } from '@tanstack/react-query';
import { api, data } from '~/api';
import { createStore } from '~/platform/store';
import { deskKey } from './api';
import { onSignal } from './deskLine';
import type { Desk } from './wire';

export interface Voice {
  contact: string;
  phase: 'ringing' | 'connecting' | 'talking' | 'refused'; // refused: by the browser
  since: number;
  muted: boolean;
}

export const voice = createStore<Voice | null>(null);

interface Line {
  contact: string;
  offer: string;
  early: RTCIceCandidateInit[];
  peer: RTCPeerConnection | null;
  microphone: MediaStream | null;
}

let line: Line | null = null;
const speaker = new Audio();
speaker.autoplay = true;

const set = (change: Partial<Voice>) => {
  const now = voice.get();
  if (now) voice.set({ ...now, ...change });
};

const tell = (id: string, signal: 'answer' | 'ice' | 'hang_up', about = '') =>
  api
    .POST('/api/v1/contacts/{id}/signals', {
      params: { path: { id } },
      body: { signal, ...(about ? { data: about } : {}) },
    })
    .catch(() => undefined);

function end(): void {
  line?.peer?.close();
  line?.microphone?.getTracks().forEach((track) => {
    track.stop();
  });
  line = null;
  speaker.srcObject = null;
  voice.set(null);
}

function connected({ contact }: Line, peer: RTCPeerConnection): void {
  peer.addEventListener('track', ({ streams: [stream] }) => {
    speaker.srcObject = stream ?? null;
  });
  peer.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate) void tell(contact, 'ice', JSON.stringify(candidate));
  });
  peer.addEventListener('connectionstatechange', () => {
    if (peer !== line?.peer) return;
    if (peer.connectionState === 'connected') set({ phase: 'talking', since: Date.now() });
    if (peer.connectionState === 'disconnected') set({ phase: 'connecting' });
  });
}

async function connect(to: Line): Promise<void> {
  to.peer?.close();
  const { ice_servers: iceServers } = await data(api.GET('/api/v1/contacts/relay'));
  const peer = new RTCPeerConnection({
    iceServers: iceServers.map(({ urls, username, credential }) => ({
      urls,
      ...(username && credential ? { username, credential } : {}),
    })),
  });
  to.peer = peer;
  connected(to, peer);
  await peer.setRemoteDescription({ type: 'offer', sdp: to.offer });
  for (const track of to.microphone?.getTracks() ?? []) peer.addTrack(track, to.microphone as MediaStream);
  await peer.setLocalDescription();
  await tell(to.contact, 'answer', peer.localDescription?.sdp);
  for (const candidate of to.early.splice(0)) await peer.addIceCandidate(candidate);
}

export async function answer(): Promise<void> {
  const to = line;
  if (!to) return;
  set({ phase: 'connecting' });
  try {
    to.microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    set({ phase: 'refused' });
    return;
  }
  if (to === line) await connect(to);
}

export function hangUp(): void {
  if (line) void tell(line.contact, 'hang_up');
  end();
}

export function mute(muted: boolean): void {
  line?.microphone?.getAudioTracks().forEach((track) => {
    track.enabled = !muted;
  });
  set({ muted });
}

// The same caller offers again while nobody answers, and when the connection was lost.
function hearOffer(cache: QueryClient, contact: string, offer: string): void {
  if (line && line.contact !== contact) return;
  if (line) {
    Object.assign(line, { offer, early: [] });
    if (line.microphone) void connect(line);
    return;
  }
  line = { contact, offer, early: [], peer: null, microphone: null };
  voice.set({ contact, phase: 'ringing', since: Date.now(), muted: false });
  const held = cache.getQueryData<Desk>(deskKey)?.held.find(({ id }) => id === contact);
  if (held?.kind === 'call') void answer();
}

function hearIce(contact: string, about: string): void {
  if (line?.contact !== contact) return;
  const candidate = JSON.parse(about) as RTCIceCandidateInit;
  if (line.peer?.remoteDescription) void line.peer.addIceCandidate(candidate);
  else line.early.push(candidate);
}

// Listens for callers until the returned function is called.
export function takeCalls(cache: QueryClient): () => void {
  return onSignal(({ id, signal, data: about }) => {
    if (signal === 'offer') hearOffer(cache, id, about);
    if (signal === 'ice') hearIce(id, about);
    if (signal === 'hang_up' && line?.contact === id) end();
  });
}
