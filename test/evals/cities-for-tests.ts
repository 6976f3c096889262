/** Real places with their coordinates, for plans that are drawn on maps. */
type Place = readonly [name: string, lat: number, lon: number];

export const CITIES: Readonly<Record<string, readonly Place[]>> = {
  Lisbon: [
    ["Jerónimos Monastery", 38.6979, -9.2068],
    ["Belém Tower", 38.6916, -9.216],
    ["Pastéis de Belém", 38.6975, -9.2032],
    ["MAAT", 38.6957, -9.1933],
    ["LX Factory", 38.7036, -9.1785],
    ["São Jorge Castle", 38.7139, -9.1335],
    ["Lisbon Cathedral", 38.7098, -9.1326],
    ["Alfama", 38.7118, -9.1299],
    ["Carmo Archaeological Museum", 38.712, -9.1405],
    ["Praça do Comércio", 38.7077, -9.1365],
    ["National Tile Museum", 38.7245, -9.1138],
    ["Calouste Gulbenkian Museum", 38.7374, -9.1544],
  ],
  Kyoto: [
    ["伏見稲荷大社 (Fushimi Inari)", 34.9671, 135.7727],
    ["Kiyomizu-dera", 34.9949, 135.785],
    ["Nishiki Market", 35.005, 135.7649],
    ["Nijō Castle", 35.0142, 135.7481],
    ["Kinkaku-ji", 35.0394, 135.7292],
    ["Ryōan-ji", 35.0345, 135.7182],
    ["Arashiyama Bamboo Grove", 35.017, 135.6713],
    ["Tenryū-ji", 35.0157, 135.6737],
    ["Gion", 35.0037, 135.7788],
    ["Ginkaku-ji", 35.027, 135.7982],
    ["Philosopher's Path", 35.0268, 135.7943],
  ],
  Tokyo: [
    ["東京国立博物館 (Tokyo National Museum)", 35.7188, 139.7765],
    ["Sensō-ji", 35.7148, 139.7967],
    ["Ueno Park", 35.7141, 139.7741],
    ["Tokyo Skytree", 35.7101, 139.8107],
    ["Meiji Jingū", 35.6764, 139.6993],
    ["Shibuya Crossing", 35.6595, 139.7005],
    ["teamLab Planets", 35.6491, 139.7899],
    ["Tsukiji Outer Market", 35.6655, 139.7707],
    ["Hama-rikyū Gardens", 35.6597, 139.7634],
    ["Shinjuku Gyoen", 35.6852, 139.71],
  ],
};
