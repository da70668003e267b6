export const BOT_TOKEN = 'xoxb-practice';
export const APP_TOKEN = 'xapp-practice';
