/**
 * Stands in for the script of a Jitsi server (modules/API/external/external_api.js of Jitsi
 * Meet 13.2): shows a frame of that server, writes down in `window.standIn` what it is asked
 * for, and plays the events that a test names. Where Jitsi has no such event or command,
 * it fails.
 */
window.standIn = { calls: [] };

window.JitsiMeetExternalAPI = class {
  static commands = ["hangup"];
  static events = [
    "audioMuteStatusChanged",
    "browserSupport",
    "cameraError",
    "errorOccurred",
    "micError",
    "participantRoleChanged",
    "readyToClose",
    "videoConferenceJoined",
    "videoConferenceLeft",
    "videoMuteStatusChanged",
  ];

  constructor(domain, { parentNode, ...options }) {
    this.listeners = [];
    this.frame = document.createElement("iframe");
    this.frame.allow = "autoplay; camera; clipboard-write; display-capture; microphone";
    this.frame.src = `https://${domain}/${options.roomName}?lang=${options.lang}`;
    parentNode.append(this.frame);
    this.record = { domain, options, commands: [], disposed: false };
    standIn.calls.push(this.record);
    standIn.play = (name, event) => this.play(name, event);
    localStorage.setItem("jitsiLocalStorage", "{}"); // as it is in Safari
  }

  getIFrame() {
    return this.frame;
  }

  addListener(name, listener) {
    this.constructor.check(name, "events");
    this.listeners.push([name, listener]);
  }

  executeCommand(name, ...said) {
    this.constructor.check(name, "commands");
    this.record.commands.push(name);
    setTimeout(() => {
      this.play("videoConferenceLeft", { roomName: this.record.options.roomName });
      // The question for an opinion keeps it from closing.
      if (said[0] === false) this.play("readyToClose", {});
    });
  }

  dispose() {
    this.record.disposed = true;
    this.listeners = [];
    this.frame.remove();
  }

  play(name, event) {
    this.constructor.check(name, "events");
    for (const [known, listener] of this.listeners) {
      if (known === name) listener(event);
    }
  }

  static check(name, kind) {
    if (!this[kind].includes(name)) throw new Error(`Jitsi has no ${name} among its ${kind}`);
  }
};
