/** The name of an emoji, as GitHub, Slack and others write it between colons → the emoji; after markdown-it-emoji's list (MIT). */
import { once } from '../model/once.js'

/** Those that people write: a name, and what it stands for. */
const names = once(() => {
  const words = `
grinning 😀 smiley 😃 smile 😄 grin 😁 laughing 😆 satisfied 😆 sweat_smile 😅 rofl 🤣 joy 😂 slightly_smiling_face 🙂
upside_down_face 🙃 wink 😉 blush 😊 innocent 😇 heart_eyes 😍 star_struck 🤩 kissing_heart 😘 yum 😋
stuck_out_tongue 😛 stuck_out_tongue_winking_eye 😜 zany_face 🤪 money_mouth_face 🤑 hugs 🤗 thinking 🤔
neutral_face 😐 expressionless 😑 no_mouth 😶 smirk 😏 unamused 😒 roll_eyes 🙄 grimacing 😬 relieved 😌 pensive 😔
sleepy 😪 sleeping 😴 mask 😷 exploding_head 🤯 cowboy_hat_face 🤠 partying_face 🥳 sunglasses 😎 nerd_face 🤓
monocle_face 🧐 confused 😕 worried 😟 slightly_frowning_face 🙁 open_mouth 😮 astonished 😲 flushed 😳
pleading_face 🥺 fearful 😨 cry 😢 sob 😭 scream 😱 confounded 😖 disappointed 😞 sweat 😓 weary 😩 tired_face 😫
yawning_face 🥱 triumph 😤 rage 😡 angry 😠 skull 💀 poop 💩 hankey 💩 clown_face 🤡 ghost 👻 alien 👽 robot 🤖
see_no_evil 🙈 hear_no_evil 🙉 speak_no_evil 🙊 heart ❤️ orange_heart 🧡 yellow_heart 💛 green_heart 💚 blue_heart 💙
purple_heart 💜 black_heart 🖤 white_heart 🤍 broken_heart 💔 sparkling_heart 💖 two_hearts 💕 100 💯 anger 💢 boom 💥
collision 💥 dizzy 💫 sweat_drops 💦 dash 💨 bomb 💣 speech_balloon 💬 thought_balloon 💭 zzz 💤 wave 👋 raised_hand ✋
ok_hand 👌 v ✌️ crossed_fingers 🤞 metal 🤘 call_me_hand 🤙 point_left 👈 point_right 👉 point_up_2 👆 point_down 👇
point_up ☝️ +1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 fist ✊ facepunch 👊 punch 👊 clap 👏 raised_hands 🙌 open_hands 👐
handshake 🤝 pray 🙏 writing_hand ✍️ muscle 💪 brain 🧠 eyes 👀 eye 👁️ tongue 👅 baby 👶 boy 👦 girl 👧 man 👨
woman 👩 family 👪 bust_in_silhouette 👤 busts_in_silhouette 👥 speaking_head 🗣️ footprints 👣 facepalm 🤦 shrug 🤷
raising_hand 🙋 bow 🙇 man_technologist 👨‍💻 woman_technologist 👩‍💻 technologist 🧑‍💻 student 🧑‍🎓 teacher 🧑‍🏫
monkey 🐒 dog 🐶 cat 🐱 lion 🦁 tiger 🐯 horse 🐴 unicorn 🦄 cow 🐮 pig 🐷 mouse 🐭 rabbit 🐰 bear 🐻 panda_face 🐼
koala 🐨 chicken 🐔 penguin 🐧 bird 🐦 frog 🐸 turtle 🐢 snake 🐍 dragon 🐉 whale 🐳 dolphin 🐬 fish 🐟 octopus 🐙
bug 🐛 ant 🐜 bee 🐝 honeybee 🐝 spider 🕷️ bouquet 💐 cherry_blossom 🌸 rose 🌹 sunflower 🌻 seedling 🌱
evergreen_tree 🌲 palm_tree 🌴 cactus 🌵 four_leaf_clover 🍀 maple_leaf 🍁 mushroom 🍄 apple 🍎 banana 🍌 grapes 🍇
watermelon 🍉 lemon 🍋 peach 🍑 strawberry 🍓 tomato 🍅 avocado 🥑 bread 🍞 cheese 🧀 egg 🥚 hamburger 🍔 pizza 🍕
hotdog 🌭 taco 🌮 sushi 🍣 rice 🍚 ramen 🍜 cake 🍰 birthday 🎂 cookie 🍪 chocolate_bar 🍫 candy 🍬 coffee ☕ tea 🍵
beer 🍺 beers 🍻 wine_glass 🍷 champagne 🍾 clinking_glasses 🥂 earth_africa 🌍 earth_americas 🌎 earth_asia 🌏
globe_with_meridians 🌐 world_map 🗺️ mountain ⛰️ house 🏠 office 🏢 hospital 🏥 bank 🏦 school 🏫 factory 🏭
rocket 🚀 airplane ✈️ car 🚗 taxi 🚕 bus 🚌 train 🚋 ship 🚢 anchor ⚓ construction 🚧 vertical_traffic_light 🚦
stop_sign 🛑 fuelpump ⛽ bike 🚲 bicyclist 🚴 running 🏃 walking 🚶 watch ⌚ hourglass ⌛ hourglass_flowing_sand ⏳
alarm_clock ⏰ stopwatch ⏱️ timer_clock ⏲️ clock1 🕐 clock12 🕛 sunny ☀️ cloud ☁️ partly_sunny ⛅ rainbow 🌈 umbrella ☔
zap ⚡ snowflake ❄️ fire 🔥 droplet 💧 ocean 🌊 star ⭐ star2 🌟 stars 🌠 sparkles ✨ moon 🌔 tada 🎉 confetti_ball 🎊
balloon 🎈 gift 🎁 trophy 🏆 medal_sports 🏅 1st_place_medal 🥇 2nd_place_medal 🥈 3rd_place_medal 🥉 soccer ⚽
basketball 🏀 dart 🎯 video_game 🎮 game_die 🎲 jigsaw 🧩 art 🎨 musical_note 🎵 notes 🎶 microphone 🎤 headphones 🎧
guitar 🎸 drum 🥁 iphone 📱 phone ☎️ telephone ☎️ computer 💻 desktop_computer 🖥️ keyboard ⌨️ printer 🖨️
floppy_disk 💾 cd 💿 camera 📷 movie_camera 🎥 tv 📺 bulb 💡 flashlight 🔦 book 📖 books 📚 closed_book 📕
open_book 📖 green_book 📗 blue_book 📘 notebook 📓 ledger 📒 page_facing_up 📄 newspaper 📰 bookmark 🔖 label 🏷️
moneybag 💰 dollar 💵 euro 💶 credit_card 💳 chart 💹 chart_with_upwards_trend 📈 chart_with_downwards_trend 📉
bar_chart 📊 email 📧 envelope ✉️ e-mail 📧 incoming_envelope 📨 package 📦 mailbox 📫 inbox_tray 📥 outbox_tray 📤
pencil 📝 pencil2 ✏️ memo 📝 briefcase 💼 file_folder 📁 open_file_folder 📂 date 📅 calendar 📆 clipboard 📋
pushpin 📌 round_pushpin 📍 paperclip 📎 link 🔗 straight_ruler 📏 scissors ✂️ wastebasket 🗑️ lock 🔒 unlock 🔓
key 🔑 hammer 🔨 hammer_and_wrench 🛠️ wrench 🔧 nut_and_bolt 🔩 gear ⚙️ balance_scale ⚖️ toolbox 🧰 magnet 🧲
test_tube 🧪 microscope 🔬 telescope 🔭 satellite 📡 syringe 💉 pill 💊 door 🚪 bed 🛏️ toilet 🚽 shower 🚿 broom 🧹
shopping_cart 🛒 warning ⚠️ children_crossing 🚸 no_entry ⛔ no_entry_sign 🚫 x ❌ o ⭕ heavy_check_mark ✔️
white_check_mark ✅ ballot_box_with_check ☑️ heavy_multiplication_x ✖️ exclamation ❗ question ❓ grey_question ❔
grey_exclamation ❕ bangbang ‼️ interrobang ⁉️ heavy_exclamation_mark ❗ arrow_up ⬆️ arrow_down ⬇️ arrow_left ⬅️
arrow_right ➡️ arrow_upper_right ↗️ arrow_lower_right ↘️ arrow_right_hook ↪️ leftwards_arrow_with_hook ↩️
arrows_counterclockwise 🔄 arrows_clockwise 🔃 back 🔙 end 🔚 soon 🔜 top 🔝 recycle ♻️ trident 🔱 beginner 🔰
information_source ℹ️ abc 🔤 ok 🆗 new 🆕 free 🆓 up 🆙 cool 🆒 sos 🆘 zero 0️⃣ one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣
five 5️⃣ six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ keycap_ten 🔟 hash #️⃣ asterisk *️⃣ heavy_plus_sign ➕ heavy_minus_sign ➖
heavy_division_sign ➗ infinity ♾️ red_circle 🔴 orange_circle 🟠 yellow_circle 🟡 green_circle 🟢 large_blue_circle 🔵
purple_circle 🟣 white_circle ⚪ black_circle ⚫ red_square 🟥 green_square 🟩 small_red_triangle 🔺
small_blue_diamond 🔹 large_blue_diamond 🔷 white_flag 🏳️ black_flag 🏴 checkered_flag 🏁 triangular_flag_on_post 🚩
cn 🇨🇳 jp 🇯🇵 us 🇺🇸 gb 🇬🇧 uk 🇬🇧 de 🇩🇪 fr 🇫🇷 es 🇪🇸 it 🇮🇹 kr 🇰🇷 ru 🇷🇺 eu 🇪🇺 mega 📣 loudspeaker 📢
bell 🔔 no_bell 🔕 mute 🔇 sound 🔉 mag 🔍 mag_right 🔎 crystal_ball 🔮 shield 🛡️ crown 👑 gem 💎 ring 💍 tophat 🎩
mortar_board 🎓 school_satchel 🎒 dress 👗 shirt 👕 jeans 👖 eyeglasses 👓 whale2 🐋 crab 🦀 shrimp 🦐 ice_cream 🍨
icecream 🍦 doughnut 🍩 popcorn 🍿 bento 🍱 tropical_drink 🍹 cocktail 🍸 sake 🍶 compass 🧭 tent ⛺ camping 🏕️
beach_umbrella 🏖️ national_park 🏞️ stadium 🏟️ classical_building 🏛️ building_construction 🏗️ derelict_house 🏚️
tokyo_tower 🗼 statue_of_liberty 🗽 fountain ⛲
`
    .trim()
    .split(/\s+/)
  return new Map(words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ''] as const] : [])))
})

/** @returns undefined for a name that is not known */
export const emojiNamed = (name: string): string | undefined => names().get(name)
