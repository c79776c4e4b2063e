/**
 * Stands in for the script of a Jitsi server: shows a frame of that server, writes down
 * in `window.standIn` what it is asked for, and plays the events that a test names.
 */
window.standIn = { calls: [] };

window.JitsiMeetExternalAPI = class {
  constructor(domain, { parentNode, ...options }) {
    this.listeners = [];
    this.frame = document.createElement("iframe");
    this.frame.allow = "clipboard-write";
    this.frame.src = `https://${domain}/${options.roomName}`;
    parentNode.append(this.frame);
    this.record = { domain, options, commands: [], disposed: false };
    standIn.calls.push(this.record);
    standIn.play = (name, event) => this.play(name, event);
  }

  getIFrame() {
    return this.frame;
  }

  addListener(name, listener) {
    this.listeners.push([name, listener]);
  }

  executeCommand(name) {
    this.record.commands.push(name);
    if (name === "hangup") setTimeout(() => this.play("readyToClose"));
  }

  dispose() {
    this.record.disposed = true;
    this.frame.remove();
  }

  play(name, event) {
    for (const [known, listener] of this.listeners) {
      if (known === name) listener(event);
    }
  }
};
