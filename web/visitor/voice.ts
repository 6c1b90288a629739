// Talking by voice: this side offers, anew whenever the connection is lost, until the other side answers.
import { addressOf, ask, signal, type SignalNews } from './server';

export type Phase = 'calling' | 'talking' | 'over';

const againMs = 1_000;
const patienceMs = 4_000;

export class Call {
  private peer: RTCPeerConnection | null = null;
  private again: ReturnType<typeof setTimeout> | undefined;
  private over = false;
  private early: RTCIceCandidateInit[] = [];

  constructor(
    private readonly token: string,
    private readonly microphone: MediaStream,
    private readonly speaker: HTMLAudioElement,
    private readonly changed: (phase: Phase) => void,
  ) {}

  async offer(): Promise<void> {
    clearTimeout(this.again);
    if (this.over) return;
    this.peer?.close();
    this.early = [];
    const { ice_servers: iceServers } = await ask<{ ice_servers: RTCIceServer[] }>(
      'GET',
      addressOf(this.token, '/relay'),
    );
    const peer = new RTCPeerConnection({ iceServers });
    this.peer = peer;
    for (const track of this.microphone.getTracks()) peer.addTrack(track, this.microphone);
    peer.addEventListener('track', ({ streams: [stream] }) => {
      this.speaker.srcObject = stream ?? null;
    });
    peer.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate) this.send('ice', JSON.stringify(candidate));
    });
    peer.addEventListener('connectionstatechange', () => {
      if (peer !== this.peer || this.over) return;
      if (peer.connectionState === 'connected') this.changed('talking');
      if (peer.connectionState === 'failed') void this.offer();
      if (peer.connectionState === 'disconnected') this.offerLater(patienceMs);
    });
    await peer.setLocalDescription();
    const { heard } = await signal(this.token, 'offer', peer.localDescription?.sdp ?? '').catch(() => ({
      heard: false,
    }));
    // Nobody answered, or nobody was there yet: once more.
    this.offerLater(heard ? patienceMs : againMs);
  }

  async hear({ signal: name, data }: SignalNews): Promise<void> {
    if (name === 'hang_up') this.end();
    const { peer } = this;
    if (!peer || this.over) return;
    if (name === 'answer' && peer.signalingState === 'have-local-offer') {
      await peer.setRemoteDescription({ type: 'answer', sdp: data });
      for (const candidate of this.early.splice(0)) await peer.addIceCandidate(candidate);
    }
    if (name !== 'ice') return;
    const candidate = JSON.parse(data) as RTCIceCandidateInit;
    if (peer.remoteDescription) await peer.addIceCandidate(candidate);
    else this.early.push(candidate);
  }

  mute(muted: boolean): void {
    for (const track of this.microphone.getAudioTracks()) track.enabled = !muted;
  }

  hangUp(): void {
    this.send('hang_up');
    this.end();
  }

  end(): void {
    if (this.over) return;
    this.over = true;
    clearTimeout(this.again);
    this.peer?.close();
    for (const track of this.microphone.getTracks()) track.stop();
    this.changed('over');
  }

  private send(name: string, data = ''): void {
    signal(this.token, name, data).catch(() => undefined);
  }

  private offerLater(ms: number): void {
    clearTimeout(this.again);
    this.again = setTimeout(() => {
      if (this.peer?.connectionState !== 'connected') void this.offer().catch(() => { this.offerLater(againMs); });
    }, ms);
  }
}
