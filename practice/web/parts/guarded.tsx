import { Component, type ReactNode } from 'react';

type Props = { instead: ReactNode; children: ReactNode };

/** Keeps a defect in one part from taking the page with it. */
export class Guarded extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}
